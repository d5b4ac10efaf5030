import { decimals, show, significant, type Vector } from '../../../src/author';
import { formulas, type Measured } from './stacks-chart';
import { SLOPES } from './stacks';

/** A gradient has come through if its length is within this factor of what it was. */
const FACTOR = 100;
/** A derivative that is told of in numbers. */
const EXAMPLE = 0.25;

const through = (left: Vector): number[] =>
  SLOPES.filter((_, i) => left[i] < FACTOR && left[i] > 1 / FACTOR);

function range(slopes: readonly number[]): string {
  if (slopes.length === 0) return 'for none';
  const [from, to] = [slopes[0], slopes[slopes.length - 1]].map((slope) =>
    show(slope, decimals(2)),
  );
  return from === to ? `only at ${from}` : `from ${from} to ${to}`;
}

/** What came out, in one sentence. */
export function sayStacks({ sizes: { blocks }, plain, residual }: Measured): string {
  return `After ${blocks} blocks a gradient is within a factor of ${FACTOR} of its size for these $F'$: with skips ${range(through(residual))}, without ${range(through(plain))}.`;
}

/** What is left at one derivative, in words. */
function exampleOf({ plain, residual }: Measured): {
  readonly skips: string;
  readonly none: string;
} {
  const at = SLOPES.indexOf(EXAMPLE);
  return {
    skips: show(residual[at], significant(3)),
    none: plain[at] === 0 ? 'nothing that float32 can hold' : show(plain[at], significant(3)),
  };
}

/** One derivative in numbers, beside the formulas. */
export function detailStacks(measured: Measured): string {
  const { blocks } = measured.sizes;
  const { skips, none } = exampleOf(measured);
  const said = (name: keyof typeof formulas): string =>
    show(10 ** formulas[name](EXAMPLE, blocks), significant(3));
  return `At $F' = ${EXAMPLE}$, ${skips} is left with skips and ${none} without. For random blocks $(1 + F'^2)^{D/2}$ says ${said('residual')}. If all blocks pushed the same way, as by hand, $(1 + F')^D$ would give ${said('aligned')}.`;
}

/** The chart as text, with its numbers. */
export function describeStacks(measured: Measured): string {
  const { skips, none } = exampleOf(measured);
  return `Chart of what is left of a gradient after ${measured.sizes.blocks} blocks, over the derivative of a block. At a derivative of ${EXAMPLE}, ${skips} is left with skips, and ${none} without.`;
}
