import {
  apply,
  cases,
  compare,
  constant,
  exp,
  multiply,
  power,
  subtract,
  type Expression,
} from '../../../src/author';

type Scalar = Expression<number>;

/** A function whose gradient is checked, in every notation it is needed in. */
interface Checked {
  /** What a reader sees of it. */
  readonly tex: string;
  f(x: number): number;
  derivative(x: number): number;
  /** The same two as expressions. */
  at(x: Scalar): Scalar;
  slopeAt(x: Scalar): Scalar;
  readonly javascript: string;
  readonly python: string;
  /** Where it has a corner, and so no derivative. */
  readonly kink?: number;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const relu = (x: number): number => Math.max(0, x);
const softplus = (x: number): number => Math.log1p(Math.exp(x));

const sigmoidAt = (x: Scalar): Scalar => apply('\\sigma', sigmoid, x);

export const functions = {
  sin: {
    tex: '\\sin w',
    f: Math.sin,
    derivative: Math.cos,
    at: (x) => apply('\\sin', Math.sin, x),
    slopeAt: (x) => apply('\\cos', Math.cos, x),
    javascript: 'Math.sin',
    python: 'torch.sin',
  },
  square: {
    tex: 'w^2',
    f: (x) => x ** 2,
    derivative: (x) => 2 * x,
    at: (x) => power(x, 2),
    slopeAt: (x) => multiply(2, x),
    javascript: '(x) => x ** 2',
    python: 'torch.square',
  },
  exp: {
    tex: 'e^w',
    f: Math.exp,
    derivative: Math.exp,
    at: (x) => exp(x),
    slopeAt: (x) => exp(x),
    javascript: 'Math.exp',
    python: 'torch.exp',
  },
  sigmoid: {
    tex: '\\sigma(w)',
    f: sigmoid,
    derivative: (x) => sigmoid(x) * (1 - sigmoid(x)),
    at: sigmoidAt,
    slopeAt: (x) => multiply(sigmoidAt(x), subtract(1, sigmoidAt(x))),
    javascript: '(x) => 1 / (1 + Math.exp(-x))',
    python: 'torch.sigmoid',
  },
  relu: {
    tex: '\\operatorname{ReLU}(w)',
    f: relu,
    derivative: (x) => (x > 0 ? 1 : 0),
    at: (x) => apply('\\operatorname{ReLU}', relu, x),
    slopeAt: (x) => cases([[compare(x, '>', 0), constant(1)]], constant(0)),
    javascript: '(x) => Math.max(0, x)',
    python: 'torch.relu',
    kink: 0,
  },
  softplus: {
    tex: '\\operatorname{softplus}(w)',
    f: softplus,
    derivative: sigmoid,
    at: (x) => apply('\\operatorname{softplus}', softplus, x),
    slopeAt: sigmoidAt,
    javascript: '(x) => Math.log1p(Math.exp(x))',
    python: 'torch.nn.functional.softplus',
  },
} satisfies Record<string, Checked>;

export type FunctionName = keyof typeof functions;

export const functionOf = (name: FunctionName): Checked => functions[name];
