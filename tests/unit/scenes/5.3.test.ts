import { describe, expect, test } from 'vitest';
import {
  learn,
  LABELS,
  mean,
  nearestLabel,
  WEIGHTS,
  type Model,
} from '../../../scenes/05-architectures/5.3-in-context-learning/model';
import scene from '../../../scenes/05-architectures/5.3-in-context-learning/scene';
import {
  INPUTS,
  taskOf,
  type Givens,
} from '../../../scenes/05-architectures/5.3-in-context-learning/task';
import { matmul, transpose } from '../../../src/math/linear';
import { defaultsOf } from '../../../src/state/params';

const defaults = defaultsOf(scene.params) as Givens;
const solve = (changes: Partial<Givens>): Model => learn({ ...defaults, ...changes });
const draws = Array.from({ length: 60 }, (_, i) => i + 1);

describe('the decoder', () => {
  test('is a layer of linear attention over tokens (x, y), the query’s label unknown', () => {
    const Q = [[WEIGHTS.query], [0]];
    const K = [[WEIGHTS.key], [0]];
    const V = [[0], [WEIGHTS.value]];
    for (const draw of draws) {
      const { x, y, query, icl_prediction } = solve({ draw });
      const tokens = x.map((input, i) => [input, y[i]]);
      const scores = matmul(matmul([[query, 0]], Q), transpose(matmul(tokens, K)));
      const [[sum]] = matmul(scores, matmul(tokens, V));
      expect(sum / x.length).toBeCloseTo(icl_prediction, 12);
    }
  });

  test('says what one step of gradient descent from 0 says, its learning rate the value’s weight', () => {
    for (const draw of draws) {
      const { x, y, query, icl_prediction, icl_slope } = solve({ draw });
      const loss = (w: number): number => mean(x.map((input, i) => (w * input - y[i]) ** 2)) / 2;
      const gradient = (loss(1e-4) - loss(-1e-4)) / 2e-4;
      expect(icl_slope).toBeCloseTo(-WEIGHTS.value * gradient, 8);
      expect(icl_slope * query).toBeCloseTo(icl_prediction, 12);
    }
  });

  test('has a value’s weight that undoes the mean of x², but for a hundredth', () => {
    expect(WEIGHTS.value * mean(INPUTS.map((x) => x * x))).toBeCloseTo(0.99, 12);
  });

  test('turns with the labels, and its error stays', () => {
    const [drawn, flipped] = [solve({}), solve({ labels: 'flipped' })];
    expect(flipped.icl_prediction).toBeCloseTo(-drawn.icl_prediction, 12);
    expect(flipped.icl_error).toBeCloseTo(drawn.icl_error, 12);
  });

  test('is led astray by labels that were passed on, and so is least squares', () => {
    const worse = (name: 'icl_error' | 'least_squares_error'): number =>
      draws.filter((draw) => solve({ draw, labels: 'passed' })[name] > solve({ draw })[name])
        .length;
    expect(worse('icl_error')).toBeGreaterThan(50);
    expect(worse('least_squares_error')).toBeGreaterThan(50);
  });
});

describe('least squares', () => {
  test('finds the line where there is no noise, from one pair as from all', () => {
    for (let examples = 1; examples <= INPUTS.length; examples += 1)
      expect(solve({ noise: 0, examples }).least_squares_error).toBeLessThan(1e-24);
  });

  test('has the smallest sum of squares over the prompt', () => {
    for (const draw of draws) {
      const { x, y, least_squares_slope: b } = solve({ draw, noise: 0.5 });
      const loss = (w: number): number => mean(x.map((input, i) => (w * input - y[i]) ** 2));
      expect(loss(b)).toBeLessThan(Math.min(loss(b - 1e-3), loss(b + 1e-3)));
    }
  });
});

describe('the classifier', () => {
  test('names the label nearest to the truth, whatever the prompt', () => {
    for (const draw of draws) {
      const { truth, classifier_label } = solve({ draw });
      const distances = LABELS.map((label) => Math.abs(label - truth));
      expect(Math.abs(classifier_label - truth)).toBeCloseTo(Math.min(...distances), 12);
      expect(solve({ draw, examples: 1, noise: 1, moved: [3] }).classifier_label).toBe(
        classifier_label,
      );
    }
  });

  test('has no label beyond its head', () => {
    for (const draw of draws)
      for (const query of [-1, 1])
        expect(LABELS).toContain(nearestLabel(taskOf({ ...defaults, draw }).w * query));
  });
});

test('a query of 0 is 0 to all', () => {
  const { icl_error, least_squares_error, classifier_error } = solve({ query: 0 });
  expect([icl_error, least_squares_error, classifier_error].map((e) => e + 0)).toEqual([0, 0, 0]);
});

test('a pair keeps its input when others join it, and its label moves alone', () => {
  const [few, more] = [solve({ examples: 3 }), solve({ examples: 9 })];
  expect(more.x.slice(0, 3)).toEqual(few.x);
  expect(more.y.slice(0, 3)).toEqual(few.y);
  const { y } = solve({ moved: [0, 0, 0.4] });
  expect(y.map((label, i) => Math.round((label - solve({}).y[i]) * 100))).toEqual([
    0, 0, 40, 0, 0, 0, 0, 0,
  ]);
});
