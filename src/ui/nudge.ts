import type { Param } from '../state/params';

type Stepped = Pick<Param, 'min' | 'max' | 'step' | 'logarithmic'>;

const clean = (x: number): number => Number(x.toPrecision(12));

/** A number one step up or down, within its range: 1, 2, 5, 10, … where it runs over magnitudes. */
export function nudged(param: Stepped, from: number, direction: 1 | -1): number {
  const { min = -Infinity, max = Infinity, step = 1 } = param;
  const next = param.logarithmic && from > 0 ? nextNice(from, direction) : from + direction * step;
  return Math.min(max, Math.max(min, clean(next)));
}

const NICE = [1, 2, 5];

function nextNice(from: number, direction: 1 | -1): number {
  const power = Math.floor(Math.log10(from));
  const candidates = [power - 1, power, power + 1].flatMap((p) =>
    NICE.map((digit) => clean(digit * 10 ** p)),
  );
  return direction > 0
    ? candidates.find((x) => x > from * (1 + 1e-9))!
    : candidates.findLast((x) => x < from * (1 - 1e-9))!;
}

/** Where a number stands on its slider, from 0 to 1. */
export function toSlider({ min = 0, max = 1, logarithmic }: Stepped, x: number): number {
  const at = logarithmic ? Math.log(x / min) / Math.log(max / min) : (x - min) / (max - min);
  return Math.min(1, Math.max(0, at));
}

/** The number at a position of its slider: a multiple of the step, or, over magnitudes, rounded. */
export function fromSlider(param: Stepped, at: number): number {
  const { min = 0, max = 1, step = 1, logarithmic } = param;
  const x = logarithmic ? min * (max / min) ** at : min + (max - min) * at;
  const whole = Number.isInteger(step) && Number.isInteger(min);
  const rounded = logarithmic
    ? Number(x.toPrecision(whole ? 3 : 2))
    : min + Math.round((x - min) / step) * step;
  return Math.min(max, Math.max(min, clean(whole ? Math.round(rounded) : rounded)));
}

/** Whether a slider can stand beside the field. */
export const hasSlider = (param: Param): boolean =>
  param.control === 'number' &&
  param.min !== undefined &&
  param.max !== undefined &&
  (!param.logarithmic || param.min > 0);
