import { beforeAll, expect, test } from 'vitest';
import {
  looksOf,
  measure,
  scoreAt,
  tellingRow,
  weightAt,
  type Looks,
} from '../../../scenes/04-transformers/4.2-attention-by-hand/looks';
import { scale } from '../../../scenes/04-transformers/4.2-attention-by-hand/scale';
import {
  describeText,
  longestSaid,
  sayEach,
  sayFormula,
  sayFound,
  sayPair,
  sayRow,
} from '../../../scenes/04-transformers/4.2-attention-by-hand/text-words';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { allHeads } from '../../../src/learn/heads';
import { readable, readHeads, type HeadsRead } from '../../../src/learn/read-heads';
import { loadWeights } from '../../../src/learn/weights';
import { softmax } from '../../../src/math/linear';

const port = (): LocalPort => new LocalPort(findKernel);
const read = async (text: string): Promise<HeadsRead> =>
  readHeads(
    CpuCompute.open(port(), new Twins(port)),
    await loadWeights('transformer', true),
    readable(text),
    { now: () => performance.now() },
  );

const { text, layer, head } = scale.params;
let byDefault: HeadsRead;
let looks: Looks;
beforeAll(async () => {
  byDefault = await read(text.default);
  looks = looksOf(byDefault, { layer: layer.default - 1, head: head.default - 1 });
});

test('a row is the softmax of its scores, less what distance takes, up to itself', () => {
  for (const at of allHeads) {
    const each = looksOf(byDefault, at);
    for (let query = 0; query < each.text.length; query += 1) {
      const sums = Array.from({ length: query + 1 }, (_, key) => {
        const { score, lost } = scoreAt(each, query, key);
        return score - lost;
      });
      softmax(sums).forEach((weight, key) =>
        expect(weightAt(each, query, key)).toBeCloseTo(weight, 5),
      );
    }
  }
});

test('at the defaults the head puts more on one key than distance would, most often on a space', () => {
  const { rows, onLargest, byDistance, often } = measure(looks);
  expect(rows).toBe(text.default.length - 1);
  expect(onLargest).toBeGreaterThan(3 * byDistance);
  expect(often.name).toBe('an earlier space');
  expect(sayFound(looks)).toContain(`In ${often.count} of ${rows} rows`);
});

/** A head by its rows. */
function headOf(written: string, rows: readonly (readonly number[])[]): Looks {
  const { length } = written;
  const table = new Float32Array(length ** 2);
  rows.forEach((row, i) => table.set(row, i * length));
  const all = { text: written, weights: table, scores: table };
  return looksOf(all, { layer: 0, head: 0 });
}

test('what is measured of a head is what its rows are', () => {
  const aba = headOf('aba', [[1], [0.75, 0.25], [0.5, 0.25, 0.25]]);
  expect(aba.largest).toEqual([0, 0, 0]);
  const measured = measure(aba);
  expect(measured).toMatchObject({ rows: 2, onLargest: 0.625 });
  // The slope of the first head is 1.
  const [near, far] = [1 / (1 + Math.E), 1 / (1 + Math.E + Math.E ** 2)];
  expect(measured.byDistance).toBeCloseTo((near + far) / 2, 6);
  // “b” looks at the one before it, the second “a” at the first.
  expect(measured.often.count).toBe(1);
  expect(tellingRow(aba)).toBe(1);
});

test('a row and a pair are said with their numbers', () => {
  const abc = headOf('ab c', [[1], [0.75, 0.25], [0.125, 0.125, 0.75], [0, 0, 0.875, 0.125]]);
  expect(sayRow(abc, 3)).toContain('“c” attends most to space 1 back, with weight 0.875.');
  expect(sayRow(abc, 2)).toContain('Space attends most to itself, with weight 0.750.');
  expect(sayPair(abc, 3, 1)).toContain('To “b” 2 back it gives 0.000');
  expect(sayPair(abc, 3, 2)).toContain('0.88, less 1.00 for the distance');
  expect(sayPair(abc, 1, 2)).toBe('“b” does not see space, which follows it.');
});

test('the picture in words has the largest key of every query', () => {
  const abc = headOf('abcd', [[1], [0.75, 0.25], [0.125, 0.75, 0.125], [0, 0, 0.25, 0.75]]);
  expect(sayEach(abc)).toBe(
    'The largest weight of each of the characters 1 to 4 is on: itself for 1, 4; 1 back for 2 to 3.',
  );
  expect(describeText(abc)).toContain(sayEach(abc));
});

test.each(['a', ' x', 'no-space', '7 Quizzes', 'mmm mmm', 'more '.repeat(40)])(
  '“%s” can be read too, and no sentence takes more room than is kept for it',
  async (written) => {
    const all = await read(written);
    for (const at of allHeads) {
      const each = looksOf(all, at);
      const said = sayFound(each) + sayFormula(each) + describeText(each);
      expect(said).not.toMatch(/NaN|undefined/);
      const last = each.text.length - 1;
      expect(sayRow(each, last).length).toBeLessThanOrEqual(longestSaid[0].length);
      expect(sayPair(each, last, 0).length).toBeLessThanOrEqual(longestSaid[1].length);
    }
  },
);
