import {
  at,
  divide,
  exp,
  given,
  log,
  multiply,
  named,
  negate,
  prose,
  subtract,
  sum,
  symbolOf,
  word,
  type Expression,
  vectorOf,
  type Step,
  type Vector,
} from '../../../src/author';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const last = model.reward.length - 1;
  const r = given('r', model.reward, { role: 'value', part: 'reward' });
  const rho = given('\\rho', model.reference, { role: 'input', part: 'reference' });
  const beta = given('\\beta', model.beta, { role: 'weight', part: 'beta' });
  /** The mean of a list under a distribution. */
  const mean = (p: Expression<Vector>, list: Expression<Vector>): Expression<number> =>
    sum('i', 0, last, (i) => multiply(at(p, i), at(list, i)));

  yield {
    id: 'objective',
    title: 'What is maximised',
    say: prose`The objective is $J(\\pi)=\\sum_i\\pi_i r_i-\\beta\\,\\mathrm{KL}(\\pi\\Vert\\rho)$. The reward pulls the policy $\\pi$ towards what people prefer. Each nat of KL away from the reference ${symbolOf(rho)} costs ${symbolOf(beta)}. The reference itself pays nothing:`,
    lines: [named('J(\\rho)', mean(rho, r))],
    highlights: ['reward', 'reference'],
    reveals: { term: word(model.term) },
  };

  const w = named('w', multiply(rho, exp(divide(r, beta))), { part: 'weights' });
  const Z = named(
    'Z',
    sum('i', 0, last, (i) => at(w, i)),
  );
  yield {
    id: 'weights',
    title: 'Where the objective is largest',
    say: prose`At the best policy nothing is gained by moving probability: $r_i-\\beta\\ln(\\pi_i/\\rho_i)$ is equal for all answers. So $\\pi_i$ is proportional to $w_i=\\rho_i\\,e^{r_i/\\beta}$.`,
    lines: [w, Z],
  };

  const pi = named('\\pi', divide(w, Z), { role: 'activation', part: 'policy' });
  yield {
    id: 'policy',
    title: 'Divide by the sum',
    say: prose`Divided by ${symbolOf(Z)}, they are probabilities. A small ${symbolOf(beta)} lets the reward decide alone; a large one leaves the reference as it was.`,
    lines: [pi],
    highlights: ['policy', 'weights'],
    reveals: { policy: pi },
  };

  const R = named('E_\\pi[r]', mean(pi, r), { role: 'value', part: 'expected_reward' });
  yield {
    id: 'reward',
    title: 'What the policy earns',
    say: prose`The expected reward weighs the reward of each answer by how often the policy gives it.`,
    lines: [R],
    reveals: { expected_reward: R },
  };

  const ratio = named(
    '\\ell',
    vectorOf(r.value.length, (i) => subtract(divide(at(r, i), beta), log(Z)), {
      tex: '\\frac{r}{\\beta} - \\ln Z',
      worked: false,
    }),
    { part: 'log_ratio' },
  );
  const kl = named('\\mathrm{KL}(\\pi\\Vert\\rho)', mean(pi, ratio), {
    role: 'gradient',
    part: 'kl',
  });
  yield {
    id: 'kl',
    title: 'How far it has moved',
    say: prose`KL is the mean of $\\ell_i=\\ln(\\pi_i/\\rho_i)$ under the policy. With $\\pi_i=w_i/Z$ that logarithm is $r_i/\\beta-\\ln Z$.`,
    lines: [ratio, kl],
    highlights: ['policy', 'kl'],
    reveals: { kl },
  };

  const J = named('J(\\pi)', subtract(R, multiply(beta, kl)), { part: 'objective' });
  const most = named('\\beta\\ln Z', multiply(beta, log(Z)));
  yield {
    id: 'value',
    title: 'Take off the price',
    say: prose`The objective is what the policy earns, less the price of its KL. Put in $\\ell_i$, and the rewards cancel: what is left is $\\beta\\ln Z$.`,
    lines: [J, most],
    highlights: ['objective', 'expected_reward', 'kl', 'beta'],
    reveals: { objective: J },
  };

  const back = named(
    '\\mathrm{KL}(\\rho\\Vert\\pi)',
    negate(sum('i', 0, last, (i) => multiply(at(rho, i), at(ratio, i)))),
  );
  yield {
    id: 'best',
    title: 'No other policy does better',
    say: prose`Any policy $q$ has $J(q)=\\beta\\ln Z-\\beta\\,\\mathrm{KL}(q\\Vert\\pi)$, and no KL is negative. For the reference this is its reward again. With no KL term the policy would collapse onto one answer and exploit every fault of the reward.`,
    lines: [back, named('J(\\rho)', subtract(most, multiply(beta, back)))],
    highlights: ['objective', 'reference'],
  };
}
