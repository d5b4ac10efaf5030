import { describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { effectOf } from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/effect';
import {
  prepare,
  tapsOf,
} from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/filters';
import {
  convolve,
  type Givens,
} from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/model';
import { motion } from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/motion';
import { Unfolding } from '../../../src/solution/unfolding';
import {
  BadPicture,
  fileIn,
  readPicture,
  sayScaled,
  shippedPicture,
  workingSize,
} from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/pictures';
import { solution } from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/solution';
import { paddedToSame } from '../../../scenes/02-convolutional-networks/2.3-convolution-by-hand/slips';

const givens: Givens = {
  image: [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
  kernel: [
    [1, 0],
    [0, -1],
  ],
  stride: 1,
  padding: 0,
  flip: false,
};

const table = (rows: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

const size = (largest: number) => fc.integer({ min: 1, max: largest });

/** Images at least as large as their kernels, so that there is always a position. */
const fitting: fc.Arbitrary<Givens> = fc
  .tuple(size(5), size(5), size(7), size(7))
  .chain(([k, l, more, across]) =>
    fc.record({
      image: table(k + more, l + across),
      kernel: table(k, l),
      stride: size(3),
      padding: fc.integer({ min: 0, max: 3 }),
      flip: fc.boolean(),
    }),
  );

/** The definition, pixel by pixel: outside the image there is nothing. */
function definition({ image, kernel, stride, padding, flip }: Givens): number[][] {
  const [n, m, k, l] = [image.length, image[0].length, kernel.length, kernel[0].length];
  const out: number[][] = [];
  for (let y = -padding; y + k <= n + padding; y += stride) {
    const row: number[] = [];
    for (let x = -padding; x + l <= m + padding; x += stride) {
      let sum = 0;
      for (let u = 0; u < k; u += 1) {
        for (let v = 0; v < l; v += 1) {
          const weight = flip ? kernel[k - 1 - u][l - 1 - v] : kernel[u][v];
          sum += weight * (image[y + u]?.[x + v] ?? 0);
        }
      }
      row.push(sum);
    }
    out.push(row);
  }
  return out;
}

describe('a convolution by hand', () => {
  it('is the sum of products of every window', () => {
    fc.assert(
      fc.property(fitting, (drawn) => {
        expect(convolve(drawn).out).toEqual(definition(drawn));
      }),
    );
  });

  it('is the mathematician’s convolution when the kernel is turned', () => {
    // (1, 2, 3) ∗ (1, 10) has the middle 1·10 + 2·1, 2·10 + 3·1.
    const line = { ...givens, image: [[1, 2, 3]], kernel: [[1, 10]], flip: true };
    expect(convolve(line).out).toEqual([[12, 23]]);
    expect(convolve({ ...line, flip: false }).out).toEqual([[21, 32]]);
  });

  it('does not change when the weights sum to 0 and every pixel rises', () => {
    const raised = givens.image.map((row) => row.map((x) => x + 100));
    expect(convolve({ ...givens, image: raised }).out).toEqual(convolve(givens).out);
  });

  it('calls outputs equal that differ only by binary rounding', () => {
    const image = [[0.1, 0.2, 0.3, 0.4]];
    const model = convolve({ ...givens, image, kernel: [[-1, 1]] });
    expect(new Set(model.out[0]).size).toBeGreaterThan(1);
    expect(model.constant).toBe(true);
    expect(convolve({ ...givens, image, kernel: [[1, 1]] }).constant).toBe(false);
  });

  it('has the slip of padding an image nobody asked to pad, on either side', () => {
    const model = convolve(givens);
    expect(paddedToSame(model, true)).toEqual([
      [-4, -4, 3],
      [-4, -4, 6],
      [7, 8, 9],
    ]);
    expect(paddedToSame(model, false)).toEqual([
      [-1, -2, -3],
      [-4, -4, -4],
      [-7, -4, -4],
    ]);
    expect(paddedToSame(convolve({ ...givens, padding: 1 }), true)).toBeUndefined();
  });
});

describe('the motion of the picture', () => {
  it('keeps the window inside the image and gives no output away before its step', () => {
    fc.assert(
      fc.property(fitting, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, part) => {
        const model = convolve(drawn);
        const steps = [...solution(model)];
        const unfolding = new Unfolding(steps, part * steps.length);
        const { window, position, product, visible } = motion(model, unfolding);
        const [rows, columns] = [model.out.length, model.out[0].length];
        window.forEach((at, side) => {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual([rows, columns][side] - 1);
        });
        expect(model.out[position[0]]?.[position[1]]).toBeDefined();
        const shown = model.out.flatMap((list, i) => list.map((_, j) => visible(i, j)));
        if (unfolding.t <= unfolding.at('count')) {
          expect(Math.max(...shown)).toBe(0);
          expect(product(0)).toBe(0);
        }
        if (unfolding.shown('first')) expect(visible(0, 0)).toBe(1);
        if (unfolding.shown('all')) expect(Math.min(...shown)).toBe(1);
        else if (shown.length > 2) expect(Math.min(...shown)).toBeLessThan(1);
      }),
    );
  });
});

describe('a filter of a photograph', () => {
  it('is scaled so that no sum leaves −1 to 1, and turned when flip is on', () => {
    const { weights, strength, domain } = prepare(tapsOf('emboss', []), true);
    expect(strength).toBe(9);
    expect([...weights].map((weight) => Math.round(weight * strength))).toEqual([
      2, 1, 0, 1, 1, -1, 0, -1, -2,
    ]);
    expect(domain).toEqual([0, 1 / 9]);
  });

  it('shows sums of either sign around grey when its weights sum to 0', () => {
    expect(prepare(tapsOf('sobel-x', []), false).domain).toEqual([-1 / 8, 1 / 8]);
    const nothing = prepare([[0]], false);
    expect(nothing.strength).toBe(1);
    expect([...nothing.weights]).toEqual([0]);
  });
});

describe('what a filter did to a photograph', () => {
  const measure = (filter: 'sobel-x' | 'blur', before: number[], filtered: number[]) =>
    effectOf(before, filtered, 3, prepare(tapsOf(filter, []), false));

  it('is where its sums are not 0, when its weights sum to 0', () => {
    // The kernel divides by the strength, 8: 0.1 of light is 0.0125 there.
    expect(measure('sobel-x', [], [0, 0.00625, 0.0125, -0.5])).toBe(
      'at 50\u00a0% of the pixels the sum is within 0.05 of 0: what is left are edges',
    );
    expect(measure('sobel-x', [], [0, 0])).toBe(
      'at 100\u00a0% of the pixels the sum is within 0.05 of 0',
    );
  });

  it('is by how much less neighbours in a row differ, when they do not', () => {
    expect(measure('blur', [0, 1, 0, 9, 8, 9], [0, 0.25, 0.5, 7, 7.25, 7.5])).toBe(
      'neighbouring pixels differ by 25\u00a0% of what they did',
    );
    expect(measure('blur', [1, 1, 1], [1, 1, 1])).toBe(
      'no two neighbouring pixels differed before',
    );
  });
});

describe('a picture of the reader’s', () => {
  it('is never enlarged, and made smaller with a sentence', () => {
    const one = { width: 1, height: 1, enlarge: false };
    expect(workingSize(one, 4)).toEqual({ width: 1, height: 1 });
    const huge = { width: 12_000, height: 8000, enlarge: false };
    const used = workingSize(huge, 4);
    expect(used.width * used.height).toBeLessThanOrEqual(4e6);
    expect(used.width / used.height).toBeCloseTo(1.5, 2);
    const picture = { ...huge, image: {} as CanvasImageSource, name: 'your picture' };
    expect(sayScaled(picture, used)).toBe(
      'Your picture has 96.0 megapixels and is worked on at 4.0 megapixels.',
    );
    expect(sayScaled({ ...picture, ...one }, one)).toBe('');
  });

  it('keeps a side of one pixel at least, and no side over the limit', () => {
    expect(workingSize({ width: 100_000, height: 3, enlarge: false }, 4)).toEqual({
      width: 8192,
      height: 1,
    });
    expect(workingSize({ width: 512, height: 512, enlarge: true }, 4)).toEqual({
      width: 2000,
      height: 2000,
    });
  });

  it('is refused in a sentence when it is empty, too large or not there', async () => {
    const empty = new File([], 'empty.png', { type: 'image/png' });
    await expect(readPicture(empty)).rejects.toThrow('“empty.png” is empty.');
    const long = new File([new Uint8Array(4)], `${'long'.repeat(20)}.txt`);
    await expect(readPicture(long)).rejects.toThrow(/is no picture that this browser can read/);
    expect(() => fileIn(null, 'dropped')).toThrow(BadPicture);
    expect(() => fileIn(null, 'pasted')).toThrow('What was pasted holds no picture.');
  });
});

describe('a shipped photograph', () => {
  it('that does not arrive is said in a sentence of ours', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(shippedPicture('astronaut')).rejects.toThrow(
      'there is no connection to fetch the photograph by',
    );
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    await expect(shippedPicture('coffee')).rejects.toThrow('the server answered 404');
    vi.unstubAllGlobals();
  });
});
