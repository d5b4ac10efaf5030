/** What nobody sees: marks of width zero and of direction, which come along when text is copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Hyphens and dashes of every length, and the minus that typesetters use. */
const DASHES = /[\u2010-\u2015\u2212\u2796\ufe58\ufe63]/g;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED = new RegExp(`([⁺⁻]?)([${SUPERSCRIPTS}]+)`, 'g');

/**
 * Text in the characters of a plain keyboard: phones, word processors and pages of mathematics put
 * others in their place, such as `−`, `×`, `１`, `½` and `x²`. What they mean stays the same.
 */
export const plainCharacters = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(DASHES, '-')
    .replace(/[×⋅·∙∗⨯]/g, '*')
    .replace(/[÷⁄∕]/g, '/')
    // Behind a digit it may be a mixed number: that is left alone, and not read.
    .replace(/(?<!\d)[¼-¾⅐-⅞]/g, (fraction) => `(${fraction.normalize('NFKC').replace('⁄', '/')})`)
    .replace(RAISED, (_, sign: string, digits: string) => {
      const power = [...digits].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('');
      return sign === '⁻' ? `^(-${power})` : `^${power}`;
    });
