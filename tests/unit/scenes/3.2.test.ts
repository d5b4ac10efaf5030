import { describe, expect, it } from 'vitest';
import meanLogNorm from '../../../shaders/reduction/mean_log_norm';
import normals from '../../../shaders/random/normals';
import rnnStep from '../../../shaders/recurrent/rnn_step';
import rnnStepBack from '../../../shaders/recurrent/rnn_step_back';
import { executeTwin } from '../../../src/compute/executor';
import { Random } from '../../../src/math/random';
import {
  checkRoom,
  RADII,
  radiusOf,
} from '../../../scenes/03-recurrent-networks/3.2-vanishing-gradients/carry';
import { edgeAt } from '../../../scenes/03-recurrent-networks/3.2-vanishing-gradients/edge';
import {
  beyondFloat64,
  vanishing,
} from '../../../scenes/03-recurrent-networks/3.2-vanishing-gradients/model';
import scene from '../../../scenes/03-recurrent-networks/3.2-vanishing-gradients/scene';
import { sayEdge } from '../../../scenes/03-recurrent-networks/3.2-vanishing-gradients/stability-words';

describe('what is found at scale', () => {
  it('speaks of one network as of one', () => {
    const mean = Array.from({ length: 2 * RADII }, (_, i) => radiusOf(i % RADII, 2) - 1);
    const growth = { mean, radius: 2, horizon: 1 };
    const givens = { w_norm: 1, tanh_prime: 1, steps: 1, hidden: 8, radius: 2, horizon: 1 };
    const say = (networks: number): string => sayEdge(growth, { ...givens, networks });
    expect(say(1)).toContain('One network of 8 units turns from');
    expect(say(16)).toContain('16 networks of 8 units turn from');
  });
});

describe('what is left of a gradient', () => {
  it('is the product, one factor a step', () => {
    const { factor, after } = vanishing({ w_norm: 1.3, tanh_prime: 0.7, steps: 17 });
    let product = 1;
    for (let step = 0; step < 17; step += 1) product *= 1.3 * 0.7;
    expect(factor).toBe(1.3 * 0.7);
    expect(after).toBeCloseTo(product, 12);
  });

  it('is a half after the half-life', () => {
    const { factor, half_life } = vanishing({ w_norm: 0.97, tanh_prime: 0.95, steps: 4 });
    expect(factor ** half_life!).toBeCloseTo(0.5, 12);
  });

  it('holds at 1, for ever, also where binary fractions miss 1', () => {
    for (const w_norm of [1 / 0.7, 1.25, 10 / 3]) {
      const { verdict, half_life } = vanishing({ w_norm, tanh_prime: 1 / w_norm, steps: 9 });
      expect([verdict, half_life]).toEqual(['holds', Infinity]);
    }
    expect(vanishing({ w_norm: 1 + 2e-9, tanh_prime: 1, steps: 1 }).verdict).toBe('explodes');
    expect(vanishing({ w_norm: 1 - 2e-9, tanh_prime: 1, steps: 1 }).verdict).toBe('vanishes');
  });

  it('has no half-life above 1, and no answer of that name', () => {
    const model = vanishing({ w_norm: 2.2, tanh_prime: 0.5, steps: 20 });
    expect([model.verdict, model.half_life]).toEqual(['explodes', undefined]);
    expect(scene.answers(model).map(({ name }) => name)).toEqual(['factor', 'after', 'verdict']);
  });

  it('is gone at once at factor 0, which is no underflow', () => {
    const model = vanishing({ w_norm: 0, tanh_prime: 1, steps: 3 });
    expect([model.after, model.half_life]).toEqual([0, 0]);
    expect(beyondFloat64(model)).toBeUndefined();
  });

  it('underflows and overflows with a word about it', () => {
    const gone = vanishing({ w_norm: 0.01, tanh_prime: 0.1, steps: 1000 });
    expect([gone.after, beyondFloat64(gone)]).toEqual([0, 'underflows']);
    const over = vanishing({ w_norm: 10, tanh_prime: 1, steps: 1000 });
    expect([over.after, beyondFloat64(over)]).toEqual([Infinity, 'overflows']);
    for (const [model, word] of [
      [gone, 'say 0'],
      [over, 'say ∞'],
    ] as const) {
      const said = [...scene.solution(model)][1].say.filter((part) => typeof part === 'string');
      expect(said.join('')).toContain(word);
    }
  });
});

describe('the edge of stability', () => {
  const growth = (slope: (radius: number) => number, horizon = 3) => ({
    radius: 2,
    horizon,
    mean: Array.from(
      { length: (horizon + 1) * RADII },
      (_, i) => Math.floor(i / RADII) * slope(radiusOf(i % RADII, 2)),
    ),
  });

  it('is where growth changes its sign, between two columns', () => {
    expect(
      edgeAt(
        growth((radius) => radius - 1.237),
        3,
      ),
    ).toBeCloseTo(1.237, 9);
  });

  it('is the crossing with the least on the wrong side where noise makes several', () => {
    const wavy = (radius: number) => radius - 1 + 0.3 * Math.sin(9 * radius);
    const wrong = (edge: number): number =>
      Array.from({ length: RADII }, (_, column) => radiusOf(column, 2))
        .filter((radius) => wavy(radius) < 0 !== radius < edge)
        .reduce((sum, radius) => sum + Math.abs(wavy(radius)), 0);
    const edge = edgeAt(growth(wavy), 2)!;
    expect(wavy(edge)).toBeCloseTo(0, 1);
    for (let other = 0; other <= 2; other += 1 / 32) {
      expect(wrong(edge)).toBeLessThanOrEqual(wrong(other) + 1e-9);
    }
  });

  it('is nowhere where all shrink, or all grow', () => {
    expect(
      edgeAt(
        growth(() => -1),
        3,
      ),
    ).toBeUndefined();
    expect(
      edgeAt(
        growth(() => 1),
        3,
      ),
    ).toBeUndefined();
  });
});

describe('carrying a vector back', () => {
  // Eight units: rows without padding, so that indices stay plain here.
  const [networks, radii, hidden, horizon] = [1, 2, 8, 4];
  const dimensions = { networks, radii, hidden };
  const radius = [0.4, 1.7];
  const draw = (count: number, stream: number) =>
    executeTwin(normals, { dimensions: { count }, knobs: { seed: 3, stream }, buffers: {} })
      .normals;

  it('draws the normals of the seeded generator', () => {
    const random = new Random(3, 5);
    expect([...draw(7, 5)]).toEqual(Array.from({ length: 7 }, () => random.normal()));
  });

  it('gives the gradient of the last state, as small differences do', () => {
    const weights = draw(hidden * hidden, 0);
    const turned = weights.map((_, i) => weights[(i % hidden) * hidden + Math.floor(i / hidden)]);
    const run = (start: ArrayLike<number>): number[][] => {
      const states = [Array.from(start)];
      for (let step = 1; step <= horizon; step += 1) {
        const inputs = draw(hidden, step);
        const buffers = { weights, radius, states: states.at(-1), inputs };
        const call = { dimensions, knobs: { noise: 0.1 }, buffers };
        states.push([...executeTwin(rnnStep, call).next]);
      }
      return states;
    };
    const start = draw(radii * hidden, 99).map((x) => x / 4);
    const states = run(start);
    const loss = (from: ArrayLike<number>): number[] => {
      const last = run(from)[horizon];
      return radius.map((_, r) => last.slice(r * hidden, (r + 1) * hidden).reduce((a, b) => a + b));
    };

    let vectors: ArrayLike<number> = new Array<number>(radii * hidden).fill(1);
    const norms: number[] = [];
    for (let step = 0; step < horizon; step += 1) {
      const back = executeTwin(rnnStepBack, {
        dimensions: { ...dimensions, steps: 1 },
        knobs: { step: 0 },
        buffers: {
          weights: turned,
          radius,
          // The slope belongs to the state that the step led to.
          states: states[horizon - step],
          vectors: Array.from(vectors),
          log_norms: [0, 0],
        },
      });
      vectors = back.carried;
      norms.push(...back.log_norms);
    }
    const mean = executeTwin(meanLogNorm, {
      dimensions: { steps: horizon, networks, radii },
      buffers: { log_norms: norms },
    }).mean;

    for (let r = 0; r < radii; r += 1) {
      const scale = Math.exp(mean[(horizon - 1) * radii + r]);
      for (let unit = 0; unit < hidden; unit += 1) {
        const at = r * hidden + unit;
        const moved = (by: number) => start.map((x, i) => x + (i === at ? by : 0));
        const slope = (loss(moved(1e-5))[r] - loss(moved(-1e-5))[r]) / 2e-5;
        expect(scale * vectors[at]).toBeCloseTo(slope, 7);
      }
    }
  });
});

it('refuses more states than there is room for, in words', () => {
  const sizes = { hidden: 512, networks: 64, radius: 2, horizon: 200 };
  expect(() => checkRoom(sizes)).toThrow(/MiB/);
  expect(() => checkRoom({ ...sizes, hidden: 256, networks: 8 })).not.toThrow();
});
