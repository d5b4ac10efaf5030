import { plainCharacters } from '../math/characters';
import { BadValue, shorten } from './bad-value';

/** A number as somebody wrote it. */
export interface WrittenNumber {
  readonly value: number;
  /** Decimals written: 3 in `0.660`, 4 in `1.2e-3`; infinitely many in `3/5`, which is exact. */
  readonly decimals: number;
  /** Significant digits written: 3 in `0.660`, 2 in `1.2e-3`. */
  readonly digits: number;
}

const DECIMAL = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?`;
const NUMBER = new RegExp(`^${DECIMAL}$`, 'i');
const FRACTION = new RegExp(`^(${DECIMAL})/(${DECIMAL})$`, 'i');
/** `1.16*10^-7`, or a power of ten alone. */
const POWER_OF_TEN =
  /^([-+]?)(?:(\d+(?:\.\d*)?|\.\d+)\*)?10(?:\^|\*\*)(?:([-+]?\d+)|\(([-+]?\d+)\))$/;

/**
 * A comma inside a cell of a table is kept as this look-alike, since a comma would split the cell
 * in two.
 */
export const CELL_COMMA = '‚';

/** A finite number as people write it: `0.5`, `+.5`, `1e+2`, `1.16·10⁻⁷`, `3/5`. Nothing is guessed. */
export const readNumber = (text: string): number => writtenNumber(text).value;

/** A number and how precisely it was written. */
export function writtenNumber(text: string): WrittenNumber {
  const shown = text.replaceAll(CELL_COMMA, ',').trim();
  const plain = compact(plainCharacters(shown).trim());
  if (plain === '') throw new BadValue('is empty; a number is needed');

  const fraction = FRACTION.exec(plain);
  if (fraction) {
    const [above, below] = fraction.slice(1).map(Number);
    if (below === 0) throw new BadValue(`“${shorten(shown)}” divides by zero`);
    return { value: finite(above / below, shown), decimals: Infinity, digits: Infinity };
  }

  const decimal = scientific(plain);
  if (!NUMBER.test(decimal)) throw new BadValue(whyNot(plain, shown));
  const [mantissa, exponent = '0'] = decimal.toLowerCase().split('e');
  const [, places = ''] = mantissa.split('.');
  return {
    value: finite(Number(decimal), shown),
    decimals: Math.max(0, places.length - Number(exponent)),
    digits: Math.max(1, mantissa.replace(/[-+.]/g, '').replace(/^0+/, '').length),
  };
}

/** Without spaces around operators and behind a sign, and LaTeX's braces; an `x` may mean times. */
const compact = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ?(\*\*|[*/^]) ?/g, '$1')
    .replace(/\^\{([^{}]*)\}/, '^$1')
    .replace(/(?<=\d) ?x ?(?=10[*^])/i, '*')
    .replace(/^([-+]) /, '$1')
    .replace(/^([-+]?)\((\d+\/\d+)\)$/, '$1$2');

/** A power of ten as an exponent: `1.16*10^-7` is `1.16e-7`. */
function scientific(plain: string): string {
  const match = POWER_OF_TEN.exec(plain);
  if (!match) return plain;
  const [, sign, mantissa = '1', bare, bracketed] = match;
  return `${sign}${mantissa}e${bare ?? bracketed}`;
}

function finite(x: number, shown: string): number {
  if (!Number.isFinite(x)) throw new BadValue(`“${shorten(shown)}” is too large a number`);
  return x;
}

/** `1,000`, `1 000`, `1'000`: digits in groups of three. */
const GROUPED = /^[-+]?[1-9]\d{0,2}([, '’_])\d{3}(?:\1\d{3})*(\.\d*)?$/;

/** What would have to be written instead, as the end of a sentence. */
function whyNot(plain: string, shown: string): string {
  const quoted = `“${shorten(shown)}”`;
  const grouped = GROUPED.exec(plain);
  if (grouped) {
    const [, separator, places] = grouped;
    const whole = plain.replaceAll(separator, '');
    if (separator !== ',') return `${quoted} has its digits in groups; write ${whole}`;
    const once = plain.indexOf(',') === plain.lastIndexOf(',');
    if (places !== undefined || !once) return `${quoted} has a comma; write ${whole}`;
    return `${quoted} can be read as ${whole} or as ${plain.replace(',', '.')}; write the one you mean, without a comma`;
  }
  // In much of the world a point groups the digits where a comma begins the decimals.
  const ungrouped = /^[-+]?\d{1,3}(\.\d{3})+,\d+$/.test(plain) ? plain.replaceAll('.', '') : plain;
  const pointed = scientific(ungrouped.replace(',', '.'));
  if (ungrouped.includes(',') && NUMBER.test(pointed)) {
    return `${quoted} has a comma; write the decimal point, ${ungrouped.replace(',', '.')}`;
  }
  return `${quoted} is not a number`;
}
