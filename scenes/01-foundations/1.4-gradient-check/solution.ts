import {
  abs,
  add,
  apply,
  at,
  constant,
  decimals,
  divide,
  given,
  maximum,
  multiply,
  named,
  power,
  prose,
  significant,
  subtract,
  sum,
  symbolOf,
  vectorOf,
  word,
  type Expression,
  type Prose,
  type Step,
} from '../../../src/author';
import { functionOf } from './functions';
import { FITTED, ROUND_OFF, TINY, type Model, type Order } from './model';
import { gradCheck } from './task';

export const sixDecimals = decimals(6);
export const twoDigits = significant(2);
export const twoDecimals = decimals(2);

type Scalar = Expression<number>;

export function* solution(model: Model): Generator<Step> {
  const { at: f, slopeAt } = functionOf(model.f);
  const w = given('w', model.w, { role: 'input', part: 'w' });
  const eps = given('\\varepsilon', model.eps, { role: 'weight', part: 'eps' });

  const analytic = named("f'(w)", slopeAt(w), {
    role: 'gradient',
    part: 'analytic',
    format: sixDecimals,
  });
  yield {
    id: 'analytic',
    title: 'The derivative to be checked',
    say: [
      ...prose`Backpropagation computes this from a formula. A mistake in the formula raises no error: the network only learns badly. So we check it against the function itself. `,
      ...atKink(model),
    ],
    lines: [analytic],
    highlights: ['analytic', 'w'],
    reveals: { analytic },
  };

  const forward = named('n_1', divide(subtract(f(add(w, eps)), f(w)), eps), {
    role: 'weight',
    part: 'forward',
    format: sixDecimals,
  });
  const [larger, forwardError] = errorOf('_1', forward, analytic, 'forward_error');
  yield {
    id: 'forward',
    title: 'One step forward',
    say: prose`The slope of a chord comes near the slope of the curve. Its relative error $e_1$ compares the two, whatever their size.`,
    lines: [forward, larger, forwardError],
    highlights: ['forward', 'forward_error', 'forward_curve', 'eps'],
    reveals: { forward, forward_error: forwardError },
  };

  const central = named(
    'n_2',
    divide(subtract(f(add(w, eps)), f(subtract(w, eps))), multiply(2, eps)),
    { role: 'activation', part: 'central', format: sixDecimals },
  );
  const [largerOfTwo, centralError] = errorOf('_2', central, analytic, 'central_error');
  yield {
    id: 'central',
    title: 'One step to either side',
    say: prose`This chord is laid evenly around $w$, and its ends are $2\\varepsilon$ apart. A correct gradient usually agrees to a relative error of about $10^{-7}$.`,
    lines: [central, largerOfTwo, centralError],
    highlights: ['central', 'central_error', 'central_curve', 'bar'],
    reveals: { central, central_error: centralError, code: word(gradCheck) },
  };

  const [forwardOrder, centralOrder] = (['forward', 'central'] as const).map((which) =>
    orderOf(model, which, { w, analytic }),
  );
  yield {
    id: 'order',
    title: 'Why two sides are better',
    say: [...orderSays(model), ...slopesOf([forwardOrder, centralOrder])],
    lines: [],
    highlights: ['order_forward', 'order_central', 'forward_curve', 'central_curve'],
    reveals: { order_forward: forwardOrder, order_central: centralOrder },
  };

  const unit = named('u', constant(ROUND_OFF.float64), { format: twoDigits });
  const height = named('h', maximum(abs(f(w)), abs(multiply(w, analytic))), {
    format: sixDecimals,
  });
  const floor = named('r', divide(multiply(unit, height), multiply(eps, abs(analytic))), {
    part: 'floor',
    format: twoDigits,
  });
  yield {
    id: 'floor',
    title: 'Why not a smaller $\\varepsilon$?',
    say: prose`Function values are rounded, by a share of up to ${symbolOf(unit)}. Dividing by ${symbolOf(eps)} enlarges that: the smaller the step, the higher this floor. In float32 ${symbolOf(unit)} is $2^{-24}$, and the floor lies half a billion times higher.`,
    lines: model.analytic === 0 ? [] : [height, floor],
    highlights: ['floor', 'floor32', 'eps'],
  };
}

/** m = max(|n|, |a|, 10⁻¹²), and the error |n − a| / m. */
function errorOf(index: string, n: Scalar, a: Scalar, part: string): [Scalar, Scalar] {
  const larger = named(`m${index}`, maximum(abs(n), abs(a), constant(TINY)), {
    format: sixDecimals,
  });
  const role = part === 'central_error' ? 'activation' : 'weight';
  const error = divide(abs(subtract(n, a)), larger);
  return [larger, named(`e${index}`, error, { role, part, format: twoDigits })];
}

function atKink({ f, w }: Model): Prose {
  const { kink } = functionOf(f);
  return w === kink
    ? prose`At the kink there is no derivative; libraries agree on 0.`
    : prose`The check needs nothing but values of the function.`;
}

/** The slope of log error over log ε, as far as it is one. */
function orderOf(
  model: Model,
  which: 'forward' | 'central',
  { w, analytic }: { readonly w: Scalar; readonly analytic: Scalar },
): Expression<number | string> {
  const order: Order = model[`order_${which}`];
  if (typeof order === 'string') return word(order);
  const { at: f } = functionOf(model.f);
  const x = given('x', FITTED, { part: 'eps' });
  const logs = vectorOf(FITTED.length, (i) => {
    const e = power(10, at(x, i));
    const ahead = f(add(w, e));
    const n =
      which === 'forward'
        ? divide(subtract(ahead, f(w)), e)
        : divide(subtract(ahead, f(subtract(w, e))), multiply(2, e));
    return apply('\\log_{10}', Math.log10, errorOf('', n, analytic, `${which}_error`)[1]);
  });
  const role = which === 'forward' ? 'weight' : 'activation';
  const y = named(which === 'forward' ? 'y' : 'z', logs, { role });
  const middle = constant(FITTED.reduce((a, b) => a + b, 0) / FITTED.length);
  const off = (i: Scalar): Scalar => subtract(at(x, i), middle);
  const last = FITTED.length - 1;
  return named(
    which === 'forward' ? 'k_1' : 'k_2',
    divide(
      sum('i', 0, last, (i) => multiply(off(i), at(y, i))),
      sum('i', 0, last, (i) => power(off(i), 2)),
    ),
    { role, part: `order_${which}`, format: twoDecimals },
  );
}

/** The slopes that were fitted, written out in words: a sum of squares is too wide for a line. */
function slopesOf(orders: readonly Expression<number | string>[]): Prose {
  const fitted = orders.filter(({ value }) => typeof value === 'number');
  if (fitted.length === 0) return [];
  return fitted.length === 1
    ? prose` The fitted slope is ${fitted[0]}.`
    : prose` The fitted slopes are ${fitted[0]} for one side and ${fitted[1]} for two.`;
}

function orderSays({ order_central, order_forward }: Model): Prose {
  if (order_central === 'undefined')
    return prose`A kink lies within reach. Left and right of it the slopes differ, the two quotients mix them, and no $\\varepsilon$ makes them agree. A failed check there is no bug.`;
  if (order_central === 'exact')
    return order_forward === 'exact'
      ? prose`On a straight line both quotients are exact: all that is left is rounding.`
      : prose`The errors at $+\\varepsilon$ and $-\\varepsilon$ cancel. Of a square nothing else is left, so the central quotient is exact; the forward one errs by $\\varepsilon$ itself.`;
  return order_forward !== 'exact' && Number(order_forward) > 1.5
    ? prose`Here the curve does not bend at $w$, so even the forward error falls with the square of $\\varepsilon$.`
    : prose`The curve’s bend adds the same error at either end, so it cancels: what is left falls with $\\varepsilon^2$, not $\\varepsilon$.`;
}
