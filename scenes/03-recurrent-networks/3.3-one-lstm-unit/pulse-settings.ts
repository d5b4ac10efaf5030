/** Forget gates along the axis, by the half-life that a constant gate has. */
export const GATES_AT_REST = 64;
export const LONGEST = 1000;

/** The half-life of a gate that does not sway, in the middle of its column. */
export const halfLifeOf = (column: number): number => LONGEST ** ((column + 0.5) / GATES_AT_REST);

/** The gate with this half-life: f to the power of it is a half. */
export const gateOf = (halfLife: number): number => 0.5 ** (1 / halfLife);
