import {
  add,
  divide,
  given,
  multiply,
  named,
  power,
  sqrt,
  subtract,
  type Expression,
} from '../../../src/author';
import { formatOf, type Model } from './model';

type Scalar = Expression<number>;

/** One step of the run as expressions: its slope, what the optimiser remembers, where it lands. */
export interface Derived {
  readonly gradient: Scalar;
  readonly memory: readonly Scalar[];
  readonly w: Scalar;
}

/** The whole run as expressions, each built on the ones before it. */
export interface Derivation {
  readonly c: Scalar;
  readonly w0: Scalar;
  readonly lr: Scalar;
  readonly steps: readonly Derived[];
}

interface State {
  readonly w: Scalar;
  readonly first: Scalar;
  readonly second: Scalar;
}

/** What one rule makes of a slope: `change` is what lr multiplies. */
interface Moved extends Omit<State, 'w'> {
  readonly memory: readonly Scalar[];
  readonly change: Scalar;
}

type Rule = (gradient: Scalar, state: State, t: number) => Moved;

/** The rule of the optimiser chosen, in the form `model.ts` names. */
function ruleOf(model: Model): Rule {
  const mu = given('\\mu', model.momentum, { part: 'momentum' });
  const [beta1, beta2] = [1, 2].map((k) =>
    given(`\\beta_${k}`, k === 1 ? model.beta1 : model.beta2, { part: `beta${k}` }),
  );
  const epsilon = given('\\varepsilon', model.epsilon, { part: 'epsilon' });
  const name = (tex: string, body: Scalar): Scalar =>
    named(tex, body, { role: 'activation', format: formatOf(body.value) });
  const mean = (beta: Scalar, old: Scalar, x: Scalar): Scalar =>
    add(multiply(beta, old), multiply(subtract(1, beta), x));
  const velocity = (g: Scalar, { first }: State, t: number): Scalar =>
    name(`v_{${t}}`, add(multiply(mu, first), g));

  switch (model.optimizer) {
    case 'sgd':
      return (g, state) => ({ ...state, memory: [], change: g });
    case 'momentum':
      return (g, state, t) => {
        const v = velocity(g, state, t);
        return { ...state, first: v, memory: [v], change: v };
      };
    case 'nesterov':
      return (g, state, t) => {
        const v = velocity(g, state, t);
        return { ...state, first: v, memory: [v], change: add(g, multiply(mu, v)) };
      };
    case 'rmsprop':
      return (g, state, t) => {
        const s = name(`s_{${t}}`, mean(beta2, state.second, power(g, 2)));
        return { ...state, second: s, memory: [s], change: divide(g, add(sqrt(s), epsilon)) };
      };
    case 'adam':
      return (g, state, t) => {
        const m = name(`m_{${t}}`, mean(beta1, state.first, g));
        const s = name(`s_{${t}}`, mean(beta2, state.second, power(g, 2)));
        const mHat = name(`\\hat m_{${t}}`, divide(m, subtract(1, power(beta1, t))));
        const sHat = name(`\\hat s_{${t}}`, divide(s, subtract(1, power(beta2, t))));
        const change = divide(mHat, add(sqrt(sHat), epsilon));
        return { first: m, second: s, memory: [m, s, mHat, sHat], change };
      };
  }
}

/** Derives every iterate from the one before it. */
export function derive(model: Model): Derivation {
  const c = given('c', model.c, { role: 'value', part: 'c' });
  const w0 = given('w_0', model.w0, { role: 'weight', part: 'w0' });
  const lr = given('\\mathrm{lr}', model.lr, { part: 'lr' });
  const rule = ruleOf(model);
  let state: State = { w: w0, first: nothing(model), second: given('s_0', 0) };
  const steps = Array.from({ length: model.steps }, (_, k): Derived => {
    const slope = multiply(2, subtract(state.w, c));
    const gradient = named(`g_{${k}}`, slope, {
      role: 'gradient',
      part: `g${k}`,
      format: formatOf(slope.value),
    });
    const { memory, change, first, second } = rule(gradient, state, k + 1);
    const next = subtract(state.w, multiply(lr, change));
    const w = named(`w_{${k + 1}}`, next, {
      role: 'weight',
      part: `w${k + 1}`,
      format: formatOf(next.value),
    });
    state = { w, first, second };
    return { gradient, memory, w };
  });
  return { c, w0, lr, steps };
}

/** The memory before the first step: empty. */
const nothing = ({ optimizer }: Model): Scalar => given(optimizer === 'adam' ? 'm_0' : 'v_0', 0);
