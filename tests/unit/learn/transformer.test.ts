import { expect, test } from 'vitest';
import { initialTransformer, transformerShapes, type Size } from '../../../src/learn/transformer';
import { TransformerReader } from '../../../src/learn/transformer-reader';
import { Tape } from '../../../src/learn/tape';
import { Random } from '../../../src/math/random';
import { twinCompute } from '../../twin-compute';

const size: Size = { vocabulary: 5, context: 6, width: 8, heads: 2, layers: 2, units: 7 };
const length = size.context;

function readerOf(causal: boolean): TransformerReader {
  const compute = twinCompute();
  const tape = new Tape(compute);
  const shapes = transformerShapes(size);
  const weights = initialTransformer(size, 3).map((data, i) =>
    tape.given(shapes[i], compute.upload(data)),
  );
  return new TransformerReader(compute, weights, { size, causal, length });
}

/** Logits of all positions but the last, for a text and for one with another last token. */
async function twoEndings(causal: boolean): Promise<readonly (readonly number[])[]> {
  const reader = readerOf(causal);
  const logits: number[][] = [];
  for (const last of [0, 4]) {
    reader.read(Uint32Array.of(1, 2, 3, 4, 0, last));
    logits.push([...(await reader.logits()).subarray(0, (length - 1) * size.vocabulary)]);
  }
  return logits;
}

test('under the mask no position sees a later one; without it, it does', async () => {
  const [masked, other] = await twoEndings(true);
  expect(other).toEqual(masked);
  const [open, changed] = await twoEndings(false);
  expect(changed).not.toEqual(open);
});

test('every position shares out its attention, and nothing of it to what is hidden or not there', async () => {
  const present = 4;
  for (const causal of [true, false]) {
    const reader = readerOf(causal);
    reader.read(new Uint32Array(length), present);
    for (let layer = 0; layer < size.layers; layer += 1) {
      const attention = await reader.attention(layer);
      expect(attention).toHaveLength(size.heads * length * length);
      for (let row = 0; row < size.heads * length; row += 1) {
        const shares = [...attention.subarray(row * length, (row + 1) * length)];
        expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
        const end = causal ? Math.min(present, (row % length) + 1) : present;
        expect(shares.slice(end)).toEqual(shares.slice(end).fill(0));
      }
    }
  }
});

test('a text goes on from its beginning, the same for the same draws, and past the context', async () => {
  const goOn = () => readerOf(true).goOn([1, 2], 9, new Random(7));
  const texts = [await goOn(), await goOn()];
  expect(texts[0]).toHaveLength(11);
  expect(texts[0].slice(0, 2)).toEqual([1, 2]);
  expect(texts[0].every((token) => token < size.vocabulary)).toBe(true);
  expect(texts[1]).toEqual(texts[0]);
});
