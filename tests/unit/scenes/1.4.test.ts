import { describe, expect, it } from 'vitest';
import { gradientCheck } from '../../../scenes/01-foundations/1.4-gradient-check/model';

const eps = 1e-5;

describe('the orders of the two quotients', () => {
  it.each([
    ['sin', 1, 1, 2],
    ['exp', 0.5, 1, 2],
    // Where a curve does not bend, the forward error falls with the square too.
    ['sin', 0, 2, 2],
    ['sigmoid', 0, 2, 2],
  ] as const)('%s at %d: %d forward, %d central', (f, w, forward, central) => {
    const model = gradientCheck({ f, w, eps });
    expect(model.order_forward).toBeCloseTo(forward, 1);
    expect(model.order_central).toBeCloseTo(central, 1);
  });

  it('of a square the central quotient is exact, of a line both are', () => {
    expect(gradientCheck({ f: 'square', w: 1, eps })).toMatchObject({ order_central: 'exact' });
    expect(gradientCheck({ f: 'square', w: 1, eps }).order_forward).toBeCloseTo(1, 1);
    expect(gradientCheck({ f: 'relu', w: 1, eps })).toMatchObject({
      order_central: 'exact',
      order_forward: 'exact',
    });
  });

  it('at a kink there is none, and the central quotient is the mean of both slopes', () => {
    expect(gradientCheck({ f: 'relu', w: 0, eps })).toMatchObject({
      analytic: 0,
      central: 0.5,
      forward: 1,
      order_central: 'undefined',
      order_forward: 'undefined',
    });
  });
});

it('a smaller step is better only down to the floor of round-off', () => {
  const error = (step: number): number =>
    gradientCheck({ f: 'sin', w: 1, eps: step }).central_error;
  expect(error(1e-5)).toBeLessThan(error(1e-3));
  expect(error(1e-5)).toBeLessThan(error(1e-10));
});
