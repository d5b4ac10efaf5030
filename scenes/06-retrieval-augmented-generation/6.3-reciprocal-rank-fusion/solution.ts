import {
  add,
  at,
  cases,
  compare,
  constant,
  decimals,
  divide,
  given,
  named,
  prose,
  sum,
  symbolOf,
  vectorOf,
  word,
  type Step,
} from '../../../src/author';
import { OURS, rivalOf, type Model } from './model';

/** Scores are small: four decimals tell them apart. */
export const format = decimals(4);

export function* solution(model: Model): Generator<Step> {
  const { ranks } = model;
  const r = given('r', ranks, { role: 'input', part: 'ranks' });
  const k = given('k', model.k, { role: 'weight', part: 'k' });
  const each = vectorOf(ranks.length, (i) => divide(1, add(k, at(r, i))), {
    tex: '\\dfrac{1}{k + r}',
    worked: true,
  });
  const c = named('c', each, { role: 'activation', part: 'contributions', format });
  yield {
    id: 'contributions',
    title: 'Every list contributes',
    say: prose`A list knows only the rank ${symbolOf(r)} of a document, counted from 1. It gives the document one over ${symbolOf(add(k, r))}: the further down, the less.`,
    lines: [c],
    reveals: { contributions: c },
  };

  const terms = sum('i', 0, ranks.length - 1, (i) => at(c, i));
  const score = named('s_{\\text{A}}', terms, { role: 'activation', part: 'score', format });
  yield {
    id: 'score',
    title: 'The contributions add up',
    say: prose`The score is the sum over all lists. A list that has not found the document adds nothing, so it pays to be found by many.`,
    lines: [score],
    reveals: { score },
  };

  const rival = rivalOf(model);
  const found = rival.ranks.flatMap((rank) => rank ?? []);
  const rivalScore = named(
    `s_{\\text{${rival.name}}}`,
    add(...found.map((rank) => divide(1, add(k, constant(rank))))),
    { part: `fused.${rival.name}`, format },
  );
  yield {
    id: 'sort',
    title: 'The highest score comes first',
    say: [
      `The fused list is sorted by score. The best of the other documents is ${rival.name}. A large `,
      symbolOf(k),
      ' flattens the curve: then being found often counts for more than one high rank.',
    ],
    lines: [
      rivalScore,
      named(
        '\\text{first}',
        cases([[compare(rivalScore, '>', score), word(rival.name)]], word(OURS)),
      ),
    ],
    highlights: ['score', `fused.${rival.name}`],
  };
}
