import {
  add,
  divide,
  given,
  integer,
  multiply,
  named,
  power,
  prose,
  symbolOf,
  word,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const d = given('d', model.d_model, { role: 'input', part: 'd_model' });
  const h = given('h', model.heads, { role: 'weight', part: 'heads' });
  const n = given('n', model.n, { part: 'n' });

  const d_k = named('d_k', divide(d, h), {
    role: 'activation',
    part: 'd_k',
    format: integer,
  });
  yield {
    id: 'width',
    title: 'Cut the width into heads',
    say:
      model.heads === 1
        ? prose`One head, ${h}, keeps the whole width ${d}. Its queries, keys and values have ${symbolOf(d_k)} entries.`
        : prose`The width ${d} is shared out among ${h} heads. Each head gets queries, keys and values with ${symbolOf(d_k)} entries.`,
    lines: [d_k],
    highlights: ['d_model', 'heads', 'd_k'],
    reveals: { d_k },
  };

  const P = named('P', multiply(6, h, n, d, d_k), {
    role: 'input',
    part: 'projections',
    format: integer,
  });
  yield {
    id: 'projections',
    title: 'Project to queries, keys and values',
    say: prose`Each head multiplies all ${n} tokens, ${d} entries wide, by three matrices of ${symbolOf(d_k)} columns. Three products at 2 FLOPs a multiply-add make the factor 6.`,
    lines: [P],
    highlights: ['projections', 'd_k'],
  };

  const A = named('A', multiply(4, h, power(n, 2), d_k), {
    role: 'activation',
    part: 'attention',
    format: integer,
  });
  yield {
    id: 'attention',
    title: 'Each head attends on its own',
    say: prose`Every query meets every key: ${symbolOf(power(n, 2))} dot products of ${symbolOf(d_k)} entries. Mixing the values takes as many again. Each head has weights of its own.`,
    lines: [A],
    highlights: ['attention', 'weights'],
  };

  const O = named('O', multiply(2, n, h, d_k, d), {
    role: 'value',
    part: 'output',
    format: integer,
  });
  const multi = named('F_{\\text{heads}}', add(P, A, O), { part: 'flops_multi', format: integer });
  yield {
    id: 'output',
    title: 'Concatenate and project',
    say: prose`Side by side the outputs are as wide as the tokens again. One more matrix, ${d} by ${symbolOf(d)}, mixes what the heads found. The three parts add up.`,
    lines: [O, multi],
    highlights: ['output', 'flops_multi'],
    reveals: { flops_multi: multi },
  };

  const single = named('F_1', add(multiply(8, n, power(d, 2)), multiply(4, power(n, 2), d)), {
    part: 'flops_single',
    format: integer,
  });
  yield {
    id: 'single',
    title: 'One wide head',
    say: prose`With one head, ${symbolOf(d_k)} is ${symbolOf(d)}. Each of its four projections takes ${symbolOf(multiply(n, power(d, 2)))} multiply-adds, which are 2 FLOPs each. Scores and mixing take ${symbolOf(multiply(4, power(n, 2), d))} FLOPs.`,
    lines: [single],
    highlights: ['flops_single'],
    reveals: { flops_single: single },
  };

  const ratio = named('F_{\\text{heads}} / F_1', divide(multi, single), { part: 'ratio' });
  yield {
    id: 'ratio',
    title: 'Compare the two',
    say: prose`Each head does a share of the work, and there are ${symbolOf(h)} of them: ${symbolOf(multiply(h, d_k))} is always ${symbolOf(d)}. For the same price the layer learns ${symbolOf(h)} ways to attend.`,
    lines: [ratio],
    highlights: ['ratio', 'flops_multi', 'flops_single'],
    reveals: { ratio, gain: word('relations') },
  };
}
