import { MINUS } from '../../math/format';
import type { Decimal } from './ticks';

/** What stands at the ticks of an axis, with mathematics between dollar signs. */
export interface TickLabels {
  readonly texts: readonly string[];
  /** What all of them are counted from, where they differ only far behind the point. */
  readonly from?: string;
}

/** Digits that are read at a glance; what needs more is counted from a number nearby. */
const READABLE = 6;

/** The power of ten of the first digit. */
const order = ({ digits, power }: Decimal): number => power + String(Math.abs(digits)).length - 1;

/** The labels of a linear axis: exact, distinct, and as short as the ticks allow. */
export function linearLabels(ticks: readonly Decimal[]): TickLabels {
  const [first] = ticks;
  if (!first) return { texts: [] };
  const largest = Math.max(...ticks.filter(({ digits }) => digits !== 0).map(order));
  if (largest - first.power < READABLE) return { texts: ticks.map((t) => written(t, largest)) };
  // Everything in front of the digits in which the ticks differ.
  const span = Math.max(...ticks.map(({ digits }) => digits - first.digits));
  const unit = 10 ** (String(span).length + 1);
  const base = Math.floor(first.digits / unit) * unit;
  const rest = ticks.map(({ digits, power }) => ({ digits: digits - base, power }));
  const { texts } = linearLabels(rest);
  const from = { digits: base, power: first.power };
  return {
    texts: texts.map((text) => (text === '0' ? '+0' : text.replace(/^(\$?)/, '$1+'))),
    from: written(from, order(from)),
  };
}

/** The labels of a logarithmic axis: powers of ten, written out where all of them are short. */
export function logLabels(ticks: readonly Decimal[]): TickLabels {
  const isShort = ticks.every((tick) => order(tick) >= -3 && order(tick) <= 3);
  if (isShort || ticks.some(({ digits }) => ![1, 2, 5].includes(digits)))
    return linearLabels(alike(ticks));
  return {
    texts: ticks.map(({ digits, power }) => {
      if (power >= 0 && power <= 1) return plain({ digits, power });
      return `$${digits > 1 ? `${digits}\\cdot` : ''}10^{${power}}$`;
    }),
  };
}

/** The same numbers with one power of ten, where they are close enough together for that. */
function alike(ticks: readonly Decimal[]): Decimal[] {
  const power = Math.min(...ticks.map((tick) => tick.power));
  return ticks.map((tick) => ({ digits: tick.digits * 10 ** (tick.power - power), power }));
}

/** Written out between 10^−4 and 10^6, else as a multiple of a power of ten common to the axis. */
function written(tick: Decimal, largest: number): string {
  const { digits, power } = tick;
  if (digits === 0) return '0';
  if (largest < 6 && largest > -4) return plain(tick);
  const mantissa = plain({ digits, power: power - largest });
  return mantissa === '1' ? `$10^{${largest}}$` : `$${mantissa}\\cdot10^{${largest}}$`;
}

/** A decimal written out, without zeros at its end: `−0.25`, `1200`. */
function plain({ digits, power }: Decimal): string {
  const sign = digits < 0 ? MINUS : '';
  const text = String(Math.abs(digits));
  if (power >= 0) return sign + (digits === 0 ? '0' : text + '0'.repeat(power));
  const padded = text.padStart(1 - power, '0');
  const whole = padded.slice(0, power);
  const rest = padded.slice(power).replace(/0+$/, '');
  return sign + (rest ? `${whole}.${rest}` : whole);
}
