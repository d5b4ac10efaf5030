import {
  add,
  at,
  constant,
  divide,
  given,
  integer,
  named,
  prose,
  subtract,
  sum,
  vectorOf,
  word,
  wordsOf,
  type Expression,
  type Step,
  type Vector,
} from '../../../src/author';
import { SUPPORT } from './checker';
import { HELPS, REMEDIES } from './fixes';
import { K, ranksIn, type Model } from './model';
import { MOST } from './own';

export function* solution(model: Model): Generator<Step> {
  yield {
    id: 'retrieve',
    title: 'Search for passages',
    say: model.hybrid
      ? prose`BM25 finds the question’s own words, the rarer the better. The dense search compares vectors, so other words for the same thing count too. Ranks are fused: each list gives a passage $c$, one over ${constant(K)} plus its rank $r$. Added up they are its score $s$.`
      : prose`The dense search turns question and passages into vectors, means of their words’ vectors, and takes those with the largest cosine. It can miss a passage that has the question’s very words.`,
    lines: model.hybrid ? [fusedScore(model)] : [],
    highlights: ['found'],
  };
  yield {
    id: 'choose',
    title: 'Choose what the model reads',
    say: model.rerank
      ? prose`Late interaction reads closer. Each word of the question is matched with the nearest word of the passage, and the cosines $m$ are added up to $M$. The three best passages go into the prompt.`
      : prose`The first three passages go into the prompt, in the order they were found in. Nothing has read them together with the question.`,
    lines: model.rerank ? [maxSimOf(model)] : [],
    highlights: ['ranked', 'context'],
  };

  const n = given('n', model.claims.length, { role: 'activation', part: 'claims' });
  yield {
    id: 'answer',
    title: 'Write the answer',
    say: model.retrieval.own
      ? prose`Your own model wrote this, after reading the question and the three passages. Each of its first ${constant(MOST)} sentences is a claim, and a number in brackets is a citation.`
      : model.strict_prompt
        ? prose`This model is scripted. It takes from each passage the sentence nearest to the question, if one is near enough. A strict prompt forbids more, and the higher the temperature, the less a model keeps to it.`
        : prose`This model is scripted. It takes from each passage the sentence nearest to the question. Where none is near, and by temperature, it adds sentences from a list of plausible falsehoods.`,
    lines: [],
    highlights: ['claims', 'context'],
  };

  const supported = named(
    'S',
    total(
      'v',
      'evidence',
      model.claims.map(({ evidence }) => evidence !== undefined),
    ),
    {
      role: 'value',
      part: 'supported',
      format: integer,
    },
  );
  const unsupported = named('U', subtract(n, supported), {
    role: 'gradient',
    part: 'unsupported',
    format: integer,
  });
  yield {
    id: 'support',
    title: 'Hold every claim against the passages',
    say: prose`A claim is supported if one sentence of a passage has at least ${constant(100 * SUPPORT)} % of its words. Its verdict $v$ is then 1, else 0. Of $n$ claims $S$ are supported, $U$ are not. Such a checker is simple: it reads words and not meaning.`,
    lines: [supported, unsupported],
    highlights: ['claims', 'context', 'evidence', 'supported', 'unsupported'],
    reveals: { supported, unsupported },
  };

  const correct = total(
    'h',
    'cited',
    model.claims.map(({ rightlyCited }) => rightlyCited),
  );
  const coverage = named('C', model.claims.length > 0 ? divide(correct, n) : constant(0), {
    role: 'activation',
    part: 'citation_coverage',
  });
  yield {
    id: 'cite',
    title: 'Does the citation hold?',
    say: prose`A citation holds, $h = 1$, if the very passage it names supports the claim; else $h = 0$. Their share of all claims is the coverage $C$. Anybody can write a number behind a sentence, so a citation by itself proves nothing. Without claims there is nothing to cite.`,
    lines: [coverage],
    highlights: ['cited', 'citation_coverage'],
    reveals: { citation_coverage: coverage },
  };

  const fixes = named('\\text{fixes}', wordsOf(HELPS.map((name) => word(name, REMEDIES[name]))), {
    part: 'claims',
  });
  yield {
    id: 'fixes',
    title: 'Three places to act',
    say: prose`Better retrieval brings the evidence in. A strict prompt keeps the answer to it. A low temperature and a check catch what was made up all the same. None replaces the others: try each switch.`,
    lines: [],
    highlights: ['claims', 'context'],
    reveals: { fixes },
  };
}

/** How many of the claims are so, as a sum of ones and zeros. */
function total(symbol: string, part: string, verdicts: readonly boolean[]): Expression<number> {
  if (verdicts.length === 0) return constant(0);
  const ones = given(symbol, verdicts.map(Number), { part });
  return sum('i', 0, verdicts.length - 1, (i) => at(ones, i));
}

/** What the lists that have it give the first passage. */
function fusedScore({ retrieval, found }: Model): Expression<number> {
  const ranks: Vector = ranksIn(retrieval, found[0].id);
  const r = given('r', ranks, { part: 'ranks' });
  const parts = vectorOf(ranks.length, (i) => divide(1, add(K, at(r, i))), {
    tex: `\\dfrac{1}{${K} + r}`,
    worked: true,
  });
  const c = named('c', parts, { part: 'found.0' });
  return named(
    's',
    sum('i', 0, ranks.length - 1, (i) => at(c, i)),
    { part: 'found' },
  );
}

/** MaxSim of the first passage in the prompt. */
function maxSimOf({ context, retrieval }: Model): Expression<number> {
  if (retrieval.words.length === 0) return named('M', constant(0), { part: 'ranked' });
  const m = given('m', context[0].nearest, { part: 'nearest' });
  return named(
    'M',
    sum('i', 0, context[0].nearest.length - 1, (i) => at(m, i)),
    {
      part: 'ranked',
    },
  );
}
