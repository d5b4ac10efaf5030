import { show, significant, type Compute } from '../../../src/author';
import type { Batch } from './batch';
import { CLASSES, DOUBTS } from './settings';

/** How one prediction moves its logits, as sizes. */
export interface Push {
  /** One minus the probability of the target, as measured: how hard its logit is raised. */
  readonly target: number;
  /** How hard all the others are lowered, together. */
  readonly others: number;
  readonly most: number;
  readonly middle: number;
}

/** One prediction for each doubt. */
export async function readPushes(work: Compute, { gradient, targets }: Batch): Promise<Push[]> {
  const read = await work.read(gradient, 0, DOUBTS.length * CLASSES);
  return DOUBTS.map((_, row) => {
    const entries = Float64Array.from(read.subarray(row * CLASSES, (row + 1) * CLASSES));
    const target = -entries[targets[row]];
    entries[targets[row]] = 0;
    const others = entries.reduce((sum, x) => sum + x, 0);
    entries.sort();
    return { target, others, most: entries[CLASSES - 1], middle: entries[CLASSES >> 1] };
  });
}

/** The prediction whose doubt is nearest to that of a reader. */
export const nearest = (pushes: readonly Push[], sure: number): Push => {
  const off = ({ target }: Push): number => Math.abs(Math.log(target / (1 - sure)));
  return pushes.reduce((a, b) => (off(b) < off(a) ? b : a));
};

const digits = significant(3);

/** Three digits; what is tiny as a power of ten. */
function sizeOf(x: number): string {
  if (x >= 1e-3) return show(x, digits);
  const [factor, power] = x.toExponential(2).split('e');
  return `$${factor} \\cdot 10^{${power}}$`;
}

/** What came out, in one sentence. */
export function sayPush({ target, others, most, middle }: Push): string {
  return `With the target at $p = ${Number((1 - target).toPrecision(4))}$ every logit still moves: its own is raised by ${sizeOf(target)}, the other ${(CLASSES - 1).toLocaleString('en')} are lowered by ${sizeOf(others)} in all, one by at most ${sizeOf(most)} and half of them by less than ${sizeOf(middle)}.`;
}

export const describePushes = (pushes: readonly Push[]): string =>
  `The size of the gradient against one minus the probability of the target, both on logarithmic axes. The lines of the target, of the other logit that moves most and of the one in the middle are parallel. ${pushes
    .filter((_, k) => k % 8 === 0)
    .map(
      ({ target, most, middle }) =>
        `At ${show(target, digits)}: target ${show(target, digits)}, most of the others ${show(most, digits)}, middle ${show(middle, digits)}.`,
    )
    .join(' ')}`;
