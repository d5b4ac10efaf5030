import {
  add,
  divide,
  given,
  multiply,
  named,
  prose,
  subtract,
  symbolOf,
  word,
  type Role,
  type Step,
} from '../../../src/author';
import { countFormat } from './count-format';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const n = given('n', model.n, { part: 'n' });
  const p = given('p', model.mask_rate, { role: 'input', part: 'mask_rate' });
  const m = given('m', model.mask, { role: 'gradient', part: 'mask' });
  const r = given('r', model.random, { role: 'weight', part: 'random' });
  const k = given('k', model.keep, { role: 'value', part: 'keep' });

  const chosen = named('C', multiply(n, p), {
    ...{ role: 'input', part: 'chosen', format: countFormat(model.chosen) },
  });
  yield {
    id: 'chosen',
    title: 'Tokens to predict',
    say: prose`Each of ${symbolOf(n)} tokens is chosen with probability ${symbolOf(p)}. The model has to say what stood there; the loss looks at these tokens only.`,
    lines: [chosen],
    reveals: { chosen },
  };

  const context = named('c', subtract(1, multiply(p, add(m, r))), { part: 'context' });
  const passes = named('t', divide(1, p), { part: 'passes' });
  yield {
    id: 'rate',
    title: 'Why not more, why not fewer',
    say: prose`A share ${symbolOf(context)} of the text can still be read as it was. Choose more, and too little context is left to predict from. Now a token is asked about once in ${symbolOf(passes)} passes. Choose fewer, and training takes longer.`,
    lines: model.mask_rate > 0 ? [context, passes] : [context],
    reveals: { why_rate: word(model.why_rate) },
  };

  const count = (
    tex: string,
    share: typeof m,
    role: Role,
    part: 'masked' | 'randomised' | 'kept',
  ) => named(tex, multiply(chosen, share), { role, part, format: countFormat(model[part]) });
  const masked = count('M', m, 'gradient', 'masked');
  yield {
    id: 'masked',
    title: 'These become [MASK]',
    say: prose`Of the chosen tokens a share ${symbolOf(m)} is replaced by [MASK]. But no text in use has a [MASK] in it. If all were replaced, the model could do without a good representation of real words.`,
    lines: [masked],
    reveals: { masked },
  };

  const randomised = count('R', r, 'weight', 'randomised');
  yield {
    id: 'randomised',
    title: 'These become another word',
    say: prose`A share ${symbolOf(r)} becomes a random word of the vocabulary. So the word that is read may be wrong, and the model has to check every one against its context.`,
    lines: [randomised],
    reveals: { randomised },
  };

  const kept = count('K', k, 'value', 'kept');
  const all = named('C', add(masked, randomised, kept), {
    format: countFormat(model.chosen),
  });
  yield {
    id: 'kept',
    title: 'These stay as they are',
    say: prose`The share ${symbolOf(k)} is left unchanged and is asked for all the same. It ties the representation of a word to the word itself. The model never knows which tokens will be scored.`,
    lines: [kept, all],
    highlights: ['kept'],
    reveals: { kept, why_split: word(model.why_split) },
  };
}
