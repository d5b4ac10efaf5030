import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import scene from '../../../scenes/01-foundations/1.3-gradient-descent/scene';
import { heightScale } from '../../../src/stage/height-scale';
import { firstToDiverge } from '../../../scenes/01-foundations/1.3-gradient-descent/first-to-diverge';
import { landscapeOf } from '../../../scenes/01-foundations/1.3-gradient-descent/landscape';
import {
  gradientDescent,
  type Givens,
  type Optimizer,
} from '../../../scenes/01-foundations/1.3-gradient-descent/model';
import {
  checkExpression,
  surfaceOf,
  type SurfaceName,
} from '../../../scenes/01-foundations/1.3-gradient-descent/surfaces';
import { outcomeOf } from '../../../scenes/01-foundations/1.3-gradient-descent/outcome';
import { firstGrowing } from '../../../scenes/01-foundations/1.3-gradient-descent/phase-run';
import type { ScaleGivens } from '../../../scenes/01-foundations/1.3-gradient-descent/settings';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { batch } from '../../../src/math/formula-batch';
import { closure } from '../../../src/math/formula-closure';
import { parseFormula } from '../../../src/math/formula-parse';
import { heightOf } from '../../../src/stage/surface-plot';
import { defaultsOf } from '../../../src/state/params';

const defaults = defaultsOf(scene.params);
const solve = (changes: Partial<Givens>) => gradientDescent({ ...defaults, ...changes });

describe('plain gradient descent', () => {
  test('is geometric: the error after k steps is mᵏ times the first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (c, w0, twentieths, steps) => {
          const lr = twentieths / 20;
          const { iterates, multiplier } = solve({ c, w0, lr, steps });
          iterates.forEach((w, k) => {
            const wanted = c + multiplier ** k * (w0 - c);
            expect(Math.abs(w - wanted)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)));
          });
        },
      ),
    );
  });

  test.each<[Partial<Givens>, string]>([
    [{ lr: 0.1 }, 'converges'],
    [{ lr: 0.5 }, 'converges'],
    [{ lr: 0.9 }, 'oscillates'],
    [{ lr: 1 }, 'oscillates'],
    [{ lr: 1.01 }, 'diverges'],
    [{ lr: 0 }, 'stays'],
    [{ w0: 3 }, 'stays'],
    [{ w0: 3, lr: 2 }, 'stays'],
  ])('at %o it %s', (givens, regime) => {
    expect(solve(givens).regime).toBe(regime);
  });

  test('at a learning rate of 0.5 one step lands on c and stays there', () => {
    expect(solve({ lr: 0.5, steps: 4 }).iterates).toEqual([0, 3, 3, 3, 3]);
  });
});

describe('optimisers, against PyTorch’s rules written out', () => {
  const run = (optimizer: Optimizer, changes: Partial<Givens> = {}): readonly number[] =>
    solve({ optimizer, steps: 2, ...changes }).iterates;

  test('momentum adds the old velocity, times μ, to the slope', () => {
    // g₀ = −6, v₁ = −6; w₁ = 0.6, g₁ = −4.8, v₂ = 0.9·(−6) − 4.8 = −10.2
    expect(run('momentum')[2]).toBeCloseTo(0.6 + 0.1 * 10.2, 12);
  });

  test('Nesterov adds μ times the new velocity to the slope', () => {
    // v₁ = −6, the step is −6 − 5.4; w₁ = 1.14, g₁ = −3.72, v₂ = −9.12
    expect(run('nesterov')[1]).toBeCloseTo(1.14, 12);
    expect(run('nesterov')[2]).toBeCloseTo(1.14 + 0.1 * (3.72 + 0.9 * 9.12), 12);
  });

  test('RMSprop divides by the root of the running mean of squares', () => {
    expect(run('rmsprop')[1]).toBeCloseTo(0.1 / Math.sqrt(0.001), 6);
  });

  test('Adam’s first step is as long as lr, whatever the slope', () => {
    for (const w0 of [-1000, 0, 2.999, 40]) {
      expect(Math.abs(run('adam', { w0 })[1] - w0)).toBeCloseTo(0.1, 5);
    }
  });

  test('with no memory, momentum and Nesterov are plain descent', () => {
    for (const optimizer of ['momentum', 'nesterov'] as const) {
      expect(run(optimizer, { momentum: 0 })).toEqual(run('sgd'));
    }
  });
});

test('a run that leaves the numbers a picture can hold is refused at the step where it does', () => {
  const [problem] = scene.check!({ ...defaults, lr: 10, steps: 200 });
  expect(problem.field).toBe('steps');
  const step = Number(/at step (\d+)/.exec(problem.message)![1]);
  expect(scene.check!({ ...defaults, lr: 10, steps: step - 1 })).toEqual([]);
  expect(scene.check!({ ...defaults, lr: 10, steps: step })).not.toEqual([]);
});

describe('surfaces', () => {
  const minima: Partial<Record<SurfaceName, readonly (readonly [number, number])[]>> = {
    bowl: [[0, 0]],
    ravine: [[0, 0]],
    rosenbrock: [[1, 1]],
    himmelblau: [
      [3, 2],
      [3.584428, -1.848127],
      [-3.77931, -3.283186],
      [-2.805118, 3.131313],
    ],
    beale: [[3, 0.5]],
    saddle: [],
    camel: [
      [0.0898, -0.7126],
      [-0.0898, 0.7126],
      [1.7036, -0.7961],
      [-1.7036, 0.7961],
      [1.6071, 0.5687],
      [-1.6071, -0.5687],
    ],
  };

  test.each(Object.entries(minima))('%s is lowest where it is known to be', (name, known) => {
    const { lowest } = landscapeOf(surfaceOf(name as SurfaceName, ''));
    expect(lowest).toHaveLength(known.length);
    for (const [x, y] of known) {
      const near = lowest.some((position) => Math.hypot(position.x - x, position.y - y) < 1e-3);
      expect(near, `(${x}, ${y})`).toBe(true);
    }
  });

  test('each is divided so that its sharpest minimum curves as the parabola does', () => {
    for (const [name, known] of Object.entries(minima)) {
      const { formula, lowest } = landscapeOf(surfaceOf(name as SurfaceName, ''));
      const f = closure(formula, ['x', 'y']);
      const h = 1e-4;
      const curvatures = lowest.flatMap(({ x, y }) =>
        Array.from({ length: 180 }, (_, degrees) => {
          const [dx, dy] = [Math.cos, Math.sin].map((of) => h * of((degrees * Math.PI) / 180));
          return (f(x + dx, y + dy) + f(x - dx, y - dy) - 2 * f(x, y)) / h ** 2;
        }),
      );
      if (known.length > 0) expect(Math.abs(Math.max(...curvatures) - 2)).toBeLessThan(0.01);
    }
  });

  test('a saddle is found where there is nothing lowest', () => {
    expect(landscapeOf(surfaceOf('saddle', '')).saddle).toEqual({ x: 0, y: 0 });
  });

  test.each(['3', 'x', 'log(x)', 'sqrt(x*y)', '1/x', 'abs(x) + abs(y)', 'exp(exp(x))', 'x^-2'])(
    'the reader’s %s is looked at without a fault',
    (text) => {
      const { lowest, divisor } = landscapeOf(surfaceOf('own', text));
      expect(divisor).toBeGreaterThan(0);
      expect(lowest.every(({ x, y }) => Number.isFinite(x + y))).toBe(true);
    },
  );

  it.each(['', 'x +', 'z', 'alert(1)', 'x y', '<img src=x>', 'x'.repeat(300), '1,5*x'])(
    'refuses the expression “%s” with a sentence',
    (text) => {
      expect(checkExpression(text)).toMatch(/^(is|cannot be read: |has) ?\S/);
    },
  );
});

test('heights are straight on a tame surface and bent beside a wall', () => {
  const bowl = Float64Array.from({ length: 1000 }, (_, i) => (i / 999) ** 2);
  const straight = heightScale(bowl);
  expect(heightOf(straight.low + (straight.high - straight.low) / 2, straight)).toBeCloseTo(0.5, 3);
  const wall = Float64Array.from({ length: 1000 }, (_, i) => Math.exp((i / 999) * 14));
  expect(heightOf(wall[500], heightScale(wall))).toBeGreaterThan(0.2);
});

test('a batch of points gives what the closure gives, also past one block’s worth of operators', () => {
  const texts = ['x^2 - 3*x*y + sin(y)/2', '-(x^3)', 'exp(-x^2) + abs(y)', 'x^y', '7', '(x - y)^5'];
  for (const text of texts) {
    const formula = parseFormula(text, ['x', 'y']);
    const xs = Float64Array.from({ length: 40 }, (_, i) => i / 7 - 2);
    const ys = Float64Array.from({ length: 40 }, (_, i) => Math.cos(i) * 3);
    const one = closure(formula, ['x', 'y']);
    const many = batch(formula, ['x', 'y'])([xs, ys], 40);
    xs.forEach((x, i) => {
      const wanted = one(x, ys[i]);
      if (Number.isNaN(wanted)) expect(many[i]).toBeNaN();
      else expect(Math.abs(many[i] - wanted)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(wanted)));
    });
  }
});

describe('the first learning rate that diverges', () => {
  const port = () => new LocalPort(findKernel);
  const first = async (surface: SurfaceName, optimizer: Optimizer) => {
    const compute = CpuCompute.open(port(), new Twins(port));
    const givens = { ...defaults, optimizer, surface } as unknown as ScaleGivens;
    const found = await firstToDiverge(compute, landscapeOf(surfaceOf(surface, '')), givens);
    compute.close();
    return found;
  };

  it('is the first past 1 on a bowl that curves by 2, and past 1.9 with a momentum of 0.9', async () => {
    expect(await first('bowl', 'sgd')).toBe(1.05);
    expect(await first('bowl', 'momentum')).toBe(1.95);
  });

  it('comes later on Himmelblau, where what leaves one valley is caught by another', async () => {
    expect(await first('himmelblau', 'sgd')).toBeGreaterThan(1.05);
  });

  it('is not there where steps are never longer than the rate', async () => {
    expect(await first('bowl', 'adam')).toBeUndefined();
  });

  it('is where the bottom row of the phase diagram first grows', () => {
    const growth = [-1, -1, -1, -1, -1, 2, -1, 0.5, 1];
    expect(firstGrowing(growth, 3)).toBeCloseTo((1.5 / 3) * 2.2);
    expect(firstGrowing([1, 1, -1, -1], 2)).toBeUndefined();
  });
});

test('walkers are counted as arrived near a lowest position, unless they have diverged', () => {
  const landscape = landscapeOf(surfaceOf('bowl', ''));
  const points = [0.05, 0, 0, 0, 0, 0.2, 0, 0, 0, 0, 0, 1];
  expect(outcomeOf(points, landscape)).toEqual({ counted: 3, arrived: 1, diverged: 1 });
});
