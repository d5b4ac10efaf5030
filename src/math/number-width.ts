/** Widths in em of what is not as wide as a digit, in Inter's medium weight with tabular figures. */
const narrow: Readonly<Record<string, number>> = {
  '.': 0.269,
  ',': 0.269,
  ' ': 0.269,
  '·': 0.303,
  '(': 0.391,
  ')': 0.391,
  e: 0.588,
  '∞': 1,
};

/** Digits and signs, which tabular figures set equally wide. */
const DIGIT = 0.648;

/** The width in em of a number in the face of the pictures. */
export const numberWidth = (text: string): number =>
  [...text].reduce((width, glyph) => width + (narrow[glyph] ?? DIGIT), 0);
