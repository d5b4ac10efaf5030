const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number as an exponent in plain text: `⁻¹²⁶`. */
export const superscript = (x: number): string =>
  [...String(x)].map((digit) => (digit === '-' ? '⁻' : DIGITS[Number(digit)])).join('');
