import { afterAll, describe, expect, test } from 'vitest';
import { executeTwin } from '../../../src/compute/executor';
import { openCompute } from '../../../src/compute/open';
import { LONGEST, parseFormula } from '../../../src/math/formula-parse';
import { Random } from '../../../src/math/random';
import { disagreement } from '../../kernels/trial';
import { probe } from '../../unit/compute/kernels';

const { compute } = await openCompute('gpu');
afterAll(() => compute.close());

/** Value and slopes of a formula at 200 points of [−range, range]², on the GPU and as the twin has them. */
async function compareAt(text: string, range = 3): Promise<string | undefined> {
  const count = 200;
  const random = new Random(text.length);
  const points = () =>
    Float32Array.from({ length: count }, () => 2 * range * random.uniform() - range);
  const [xs, ys] = [points(), points()];
  const slots = { surface: parseFormula(text, ['x', 'y']) };
  const scope = compute.scope();
  const [value, dx, dy] = [scope.zeros(count), scope.zeros(count), scope.zeros(count)];
  scope.run(probe, {
    dimensions: { count },
    slots,
    buffers: { xs: scope.upload(xs), ys: scope.upload(ys), value, dx, dy },
  });
  const [ofValue, ofDx, ofDy] = await scope.readAll([value, dx, dy]);
  const running = { value: ofValue, dx: ofDx, dy: ofDy };
  scope.release();
  const twin = executeTwin(probe, { dimensions: { count }, slots, buffers: { xs, ys } });
  return disagreement(probe, running, twin);
}

describe('a reader’s formula on the GPU', () => {
  test.each([
    '3',
    'x',
    '-x^2 + y^3/4 - 2*x*y',
    '(1-x)^2 + 10*(y-x^2)^2',
    'sin(x)*cos(y) + sin(3*x + 2)',
    'sin(8*x)',
    'tan(x/4)',
    'tanh(5*x)*y',
    'tanh(60*x)',
    'exp(-x^2 - y^2)',
    'log(4 + x) + sqrt(4 + y)',
    'abs(x) + abs(y - 10)',
    '(4 + x)^y',
    '(x^2 + 1)^-2 + (y^2 + 1)^0.5',
    'x^7 - 1e-3*y',
    '1/(2 + x*x)',
    '((x^2)^2)^2/1000',
  ])('%s gives what its closure gives, slopes included', async (text) => {
    expect(await compareAt(text)).toBeUndefined();
  });

  test('keeps sine and cosine to a few units in the last place far from 0', async () => {
    expect(await compareAt('sin(x) + cos(y)', 5000)).toBeUndefined();
  });

  test.each([
    ['the deepest', `${'sin('.repeat(30)}x${')'.repeat(30)}`],
    ['the longest sum', Array<string>(30).fill('x*y').join('+')],
    ['a tower of powers', Array<string>(31).fill('x').join('^')],
    ['powers of powers', `${'('.repeat(30)}x${'^x)'.repeat(30)}`],
    ['quotients of quotients', `${'x/('.repeat(30)}x${')'.repeat(30)}`],
    ['numbers at the ends of float32', '3.4e38*x + 1e-45*y + 1e-60'],
  ])('%s compiles', async (_, text) => {
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    const scope = compute.scope();
    const one = () => scope.upload(Float32Array.of(1));
    const buffers = { xs: one(), ys: one(), value: one(), dx: one(), dy: one() };
    const slots = { surface: parseFormula(text, ['x', 'y']) };
    scope.run(probe, { dimensions: { count: 1 }, slots, buffers });
    await expect(scope.finished()).resolves.toBeUndefined();
    scope.release();
  });
});
