// Indices and powers in plain text: by Unicode's own characters where there are some.

/** What has a lowered form in Unicode, and a raised one; behind each the forms in the same order. */
const LOWERED = forms('0123456789−+aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₋₊ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');
const RAISED = forms('0123456789−+in′ᵀ°∗*', '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁱⁿ′ᵀ°**');

function forms(plain: string, there: string): ReadonlyMap<string, string> {
  const all = [...there];
  return new Map([...plain].map((character, i) => [character, all[i]]));
}

/** All characters in these forms, if each has one. */
function inForms(text: string, all: ReadonlyMap<string, string>): string | undefined {
  const found = [...text].map((character) => all.get(character));
  return found.every((form) => form !== undefined) ? found.join('') : undefined;
}

/** Letters and digits alone: what can be told apart without brackets. */
const isWord = (text: string): boolean => /^[\p{L}\d]+$/u.test(text);

/** A whole number, or a letter with another one: a word in lowered letters cannot be read. */
const isShort = (text: string): boolean => /^(−?\d+|.|.[−+].)$/u.test(text);

/** An index in plain text: `₀`, `ₜ₋₁`, `_max`, `[1, 0]`, `_(t/2)`. */
export function lowered(index: string): string {
  if (/^[^,]+(,[^,]+)+$/.test(index)) return `[${index.split(',').join(', ')}]`;
  const form = isShort(index) ? inForms(index, LOWERED) : undefined;
  return form ?? (isWord(index) ? `_${index}` : `_(${index})`);
}

/** A power in plain text: `²`, `ᵀ`, `^T`, `^(D − 1)`. */
export function raised(exponent: string): string {
  const form = isShort(exponent) ? inForms(exponent, RAISED) : undefined;
  const whole = form !== undefined || isWord(exponent) || /^\(.*\)$/.test(exponent);
  return form ?? (whole ? `^${exponent}` : `^(${exponent})`);
}
