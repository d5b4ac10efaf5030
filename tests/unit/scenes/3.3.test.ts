import { expect, test } from 'vitest';
import { sayKept } from '../../../scenes/03-recurrent-networks/3.3-one-lstm-unit/gates-words';
import {
  keptIn,
  marginOf,
  ranked,
} from '../../../scenes/03-recurrent-networks/3.3-one-lstm-unit/keepers';
import {
  properties,
  type PropertyName,
} from '../../../scenes/03-recurrent-networks/3.3-one-lstm-unit/properties';
import { scale } from '../../../scenes/03-recurrent-networks/3.3-one-lstm-unit/scale';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { HIDDEN } from '../../../src/learn/character-model';
import { readText, type Reading } from '../../../src/learn/reading';
import { Random } from '../../../src/math/random';

test.each<[PropertyName, string, string]>([
  ['quotation', 'a "bc" d', '00111000'],
  ['word', "it's me.", '12340120'],
  ['sentence', 'Oh! No.', '1201230'],
  ['capital', 'Oh No', '10010'],
  ['vowel', 'A cab, I', '10010001'],
  ['space', 'a b\nc', '01010'],
  ['sign', 'a, "b"', '010101'],
])('%s, in “%s”', (name, text, course) => {
  expect(properties[name].of(text).join('')).toBe(course);
});

const text = scale.params.text.default;

/** A network whose cells are noise, except that this unit follows a property. */
function invented(unit?: number, property?: PropertyName): Reading {
  const random = new Random(3);
  const course = property && properties[property].of(text);
  const cells = Float32Array.from({ length: text.length * HIDDEN }, (_, i) =>
    course && i % HIDDEN === unit ? 1 - 2 * course[Math.floor(i / HIDDEN)] : random.normal(),
  );
  const gates = new Float32Array(4 * cells.length).fill(0.25);
  return { text, cells, gates, states: cells, expected: new Float32Array(0) };
}

test.each(['quotation', 'word', 'sign'] as const)(
  'a unit that follows “%s” is found, and its sign is kept',
  (property) => {
    const [best] = ranked(keptIn(invented(57, property)));
    expect(best).toMatchObject({ property, unit: 57 });
    expect(best.correlation).toBeCloseTo(-1, 5);
    expect(marginOf(best)).toBeGreaterThan(0);
  },
);

test('of units that are noise, few beat chance, though the best of 256 correlates', () => {
  const { keepers } = keptIn(invented());
  expect(keepers.filter((keeper) => marginOf(keeper) > 0).length).toBeLessThan(3);
  keepers.forEach(({ correlation }) => expect(Math.abs(correlation)).toBeGreaterThan(0.1));
});

test('the slowest unit comes first, and a cell that never changes is kept for ever', () => {
  const reading = invented();
  const still = Float32Array.from(reading.cells!, (c, i) => (i % HIDDEN === 9 ? 0.5 : c));
  const kept = keptIn({ ...reading, cells: still });
  expect(kept.order[0]).toBe(9);
  expect(kept.halfLives[9]).toBe(Infinity);
  expect(sayKept(kept)).toContain('of unit 10, never changes: its forget gate averages 0.25');
});

test('the shipped network reads the default text as float64 does, and some unit keeps something', async () => {
  const port = (): LocalPort => new LocalPort(findKernel);
  const { reading, agreement } = await readText(
    { compute: CpuCompute.open(port(), new Twins(port)), clock: performance, progress() {} },
    'lstm',
    text,
  );
  expect(agreement).toMatchObject({ holds: true });
  expect(agreement.what).toContain('cells of the first 40 characters');
  expect(marginOf(ranked(keptIn(reading))[0])).toBeGreaterThan(0);
});
