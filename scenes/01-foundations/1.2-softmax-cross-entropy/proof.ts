import {
  at,
  divide,
  given,
  identity,
  index,
  log,
  multiply,
  negate,
  softmax,
  subtract,
  type Expression,
  type OrderOptions,
  type Random,
  type Vector,
} from '../../../src/author';

/** A step of central differences that is good to ten digits here. */
const STEP = 1e-4;

/** The derivative of a function of the logits by one of them. */
const derivative = (f: (logits: Vector) => number, logits: Vector, by: number): number => {
  const moved = (step: number): number => f(logits.with(by, logits[by] + step));
  return (moved(STEP) - moved(-STEP)) / (2 * STEP);
};

/** The symbols of the proof at random logits, with derivatives that are measured. */
function drawn(random: Random, same = random.integer(0, 1) === 1) {
  const logits = Array.from({ length: random.integer(2, 5) }, () => random.normal());
  const target = random.integer(0, logits.length - 1);
  const other = (target + random.integer(1, logits.length - 1)) % logits.length;
  const by = same ? target : other;
  const lossAt = (z: Vector): number => -Math.log(softmax(z)[target]);
  const [y, i] = [index('y', target), index('i', by)];
  const p = given('p', softmax(logits), { role: 'activation' });
  return {
    loss: given('L', lossAt(logits)),
    p_y: at(p, y),
    p_i: at(p, i),
    delta: given('\\delta_{iy}', by === target ? 1 : 0),
    lossByLogit: given('\\frac{\\partial L}{\\partial z_i}', derivative(lossAt, logits, by), {
      role: 'gradient',
    }),
    shareByLogit: given(
      '\\frac{\\partial p_y}{\\partial z_i}',
      derivative((z) => softmax(z)[target], logits, by),
    ),
    shareByOwn: given(
      '\\frac{\\partial p_y}{\\partial z_y}',
      derivative((z) => softmax(z)[target], logits, target),
    ),
  };
}

type Drawn = ReturnType<typeof drawn>;

const claim = (sides: (at: Drawn) => readonly [Expression<number>, Expression<number>]) =>
  identity((random) => sides(drawn(random)));

const inverse = (p: Expression<number>): Expression<number> => divide(1, p);

/** The Jacobian of the softmax in its two cases. */
export const ownCase = claim(({ shareByOwn, p_y }) => [
  shareByOwn,
  multiply(p_y, subtract(1, p_y)),
]);
export const otherCase = identity((random) => {
  const { shareByLogit, p_y, p_i } = drawn(random, false);
  return [shareByLogit, negate(multiply(p_y, p_i))];
});

/** The lines of the proof. */
export const lines = {
  loss: claim(({ loss, p_y }) => [loss, negate(log(p_y))]),
  chain: claim(({ lossByLogit, p_y, shareByLogit }) => [
    lossByLogit,
    negate(multiply(inverse(p_y), shareByLogit)),
  ]),
  jacobian: claim(({ lossByLogit, p_y, p_i, delta }) => [
    lossByLogit,
    negate(multiply(inverse(p_y), p_y, subtract(delta, p_i))),
  ]),
  cancel: claim(({ lossByLogit, p_i, delta }) => [lossByLogit, negate(subtract(delta, p_i))]),
  result: claim(({ lossByLogit, p_i, delta }) => [lossByLogit, subtract(p_i, delta)]),
};

const signLost = claim(({ lossByLogit, p_y, shareByLogit }) => [
  lossByLogit,
  multiply(inverse(p_y), shareByLogit),
]);
const jacobianForgotten = claim(({ lossByLogit, p_y, delta }) => [
  lossByLogit,
  negate(multiply(inverse(p_y), delta)),
]);

/** The right order. */
export const order = Object.keys(lines);

/** The lines to be put in order, with two mistakes among them that people make. */
export const options: OrderOptions = {
  lines: {
    loss: { says: lines.loss },
    chain: {
      says: lines.chain,
      early: 'It differentiates a loss $L$ that no line above has stated.',
    },
    sign: {
      says: signLost,
      twin: 'chain',
      hint: 'A sign is lost on the way: differentiate $-\\ln p_y$ once more.',
    },
    jacobian: {
      says: lines.jacobian,
      early: 'It puts something in place of a derivative of $p_y$, and no line above has one.',
    },
    forgotten: {
      says: jacobianForgotten,
      twin: 'jacobian',
      hint: 'The Jacobian of the softmax is missing: $p_y$ depends on every logit, not on one alone.',
    },
    cancel: {
      says: lines.cancel,
      early: 'It cancels $p_y$, which no line above has both above and below.',
    },
    result: {
      says: lines.result,
      early: 'It only turns the sign of a bracket round, and no line above ends in that bracket.',
    },
  },
};
