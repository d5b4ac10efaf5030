import { inFloat64 } from '../../../src/learn/reference';
import { CLASSES, inked, parameterShapes, see } from '../../../src/learn/recipes/digits';
import { softmax } from '../../../src/learn/operations/softmax';
import { shippedWeights } from '../../../src/learn/shipped';
import { Tape, type Value } from '../../../src/learn/tape';
import {
  compareWithTwin,
  DIGIT_PIXELS,
  DIGIT_SIDE,
  positionsOfLargest,
  type Agreement,
  type Compute,
  type Matrix,
} from '../../../src/author';

/** The layers whose maps are shown, in their order. */
export const layers = ['first', 'halved', 'second', 'quartered'] as const;
export type LayerName = (typeof layers)[number];

/** Maps of a layer, one after the other. */
export interface Maps {
  readonly count: number;
  readonly side: number;
  readonly values: Float32Array;
}

/** What the network makes of a digit. */
export interface Reading {
  readonly pixels: Matrix;
  readonly maps: Readonly<Record<LayerName, Maps>>;
  /** Of each class. */
  readonly shares: readonly number[];
  /** The same with one pixel blank, for each of the pixels, row by row. */
  readonly without: readonly (readonly number[])[];
  readonly agreement: Agreement;
}

/** The digit itself, and once without each of its pixels. */
const IMAGES = 1 + DIGIT_PIXELS;

const bound = {
  absolute: 2e-5,
  relative: 1e-5,
  why: 'sums of up to 144 products of numbers of some units, each rounded to 2⁻²⁴, through three layers of weights',
};

/** The network of 2.3 on a device: its weights and the calls that read a digit. */
export class Reader {
  private readonly images: Value;
  private readonly plan;
  private readonly seen;
  /** The digit alone, for the reference. */
  private readonly alone;

  constructor(
    private readonly compute: Compute,
    readonly weights: Float32Array,
  ) {
    const tape = new Tape(compute);
    const shipped = shippedWeights(tape, parameterShapes, weights);
    this.images = tape.given([IMAGES, 1, DIGIT_SIDE, DIGIT_SIDE]);
    this.seen = read(tape, this.images, shipped);
    this.plan = compute.plan(tape.calls);
    const single = new Tape(compute);
    const image = single.given([1, 1, DIGIT_SIDE, DIGIT_SIDE]);
    this.alone = { image, calls: single.calls, seen: read(single, image, shipped) };
  }

  /** Queues the network; says how many images it looks at. */
  run(pixels: Matrix): number {
    const digit = inked(pixels.flat());
    this.compute.write(this.images.tensor, withoutEach(digit));
    this.compute.write(this.alone.image.tensor, digit);
    this.plan.run(1);
    return IMAGES;
  }

  /** What came out of the last run. */
  async result(pixels: Matrix): Promise<Reading> {
    const { compute, seen } = this;
    // Of the digit itself, which is the first of the images.
    const sizes = layers.map((name) => seen[name].shape.slice(1));
    const [shares, ...all] = await compute.readAll([
      seen.shares.tensor,
      ...layers.map((name, i) => {
        const [count, side] = sizes[i];
        return [seen[name].tensor, 0, count * side * side] as const;
      }),
    ]);
    const maps = sizes.map(([count, side], i): Maps => ({
      count,
      side,
      values: all[i] as Float32Array,
    }));
    const rows = Array.from({ length: IMAGES }, (_, i) =>
      Array.from(shares.subarray(i * CLASSES, (i + 1) * CLASSES)),
    );
    const named = Object.fromEntries(layers.map((name, i) => [name, maps[i]]));
    return {
      pixels,
      maps: named as Record<LayerName, Maps>,
      shares: rows[0],
      without: rows.slice(1),
      agreement: await this.checked(maps, rows[0]),
    };
  }

  release(): void {
    this.plan.release();
  }

  private async checked(maps: readonly Maps[], shares: readonly number[]): Promise<Agreement> {
    const { calls, seen } = this.alone;
    const reference = await inFloat64(this.compute, calls);
    const twin = [...layers, 'shares' as const].flatMap((name) => [
      ...reference(seen[name].tensor),
    ]);
    const running = [...maps.flatMap(({ values }) => [...values]), ...shares];
    return compareWithTwin(running, twin, bound, 'numbers of all layers');
  }
}

const read = (tape: Tape, images: Value, weights: readonly Value[]) => {
  const { logits, ...maps } = see(tape, images, weights);
  return { ...maps, shares: softmax(tape, logits) };
};

/** The digit, and behind it one without each pixel. */
function withoutEach(digit: Float32Array): Float32Array {
  const all = new Float32Array(IMAGES * DIGIT_PIXELS);
  for (let image = 0; image < IMAGES; image += 1) {
    all.set(digit, image * DIGIT_PIXELS);
    if (image > 0) all[image * DIGIT_PIXELS + image - 1] = 0;
  }
  return all;
}

/** The class with the largest share. */
export const readAs = (shares: readonly number[]): number => positionsOfLargest(shares, 1)[0];

/** The pixel without which least is left of the share of what was read: its index, row by row. */
export function mostNeeded({ shares, without }: Reading): number {
  const lost = without.map((each) => -each[readAs(shares)]);
  return positionsOfLargest(lost, 1)[0];
}

/** The map of a layer that has the largest number in it. */
export const strongestOf = ({ side, values }: Maps): number =>
  Math.floor(positionsOfLargest(values, 1)[0] / side ** 2);
