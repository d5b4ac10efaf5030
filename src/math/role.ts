/**
 * What a quantity stands for. A role has one colour, in formula, picture, chart and code alike;
 * the colours themselves are custom properties in src/ui/theme.css (`--role-input` and so on).
 */
export const roles = ['input', 'weight', 'activation', 'value', 'gradient'] as const;

/** `value` also serves targets, `gradient` also serves errors. */
export type Role = (typeof roles)[number];
