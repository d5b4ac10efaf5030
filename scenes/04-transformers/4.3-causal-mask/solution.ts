import {
  add,
  at,
  cases,
  compare,
  constant,
  given,
  index,
  integer,
  matrixOf,
  named,
  prose,
  softmaxRows,
  sum,
  symbolOf,
  word,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const { n, leak } = model;
  const M = named(
    'M',
    matrixOf(
      n,
      n,
      (i, j) =>
        cases([[compare(index('j', j), '≤', index('i', i)), constant(0)]], constant(-Infinity)),
      { tex: '\\begin{cases} 0 & j \\le i \\\\ -\\infty & j > i \\end{cases}', worked: false },
    ),
    { part: 'mask', format: integer },
  );
  yield {
    id: 'mask',
    title: 'Who may look at whom',
    say: prose`Position $i$ predicts the token after it, so it may see itself and what came before. Row $i$ of ${symbolOf(M)} has $0$ up to column $i$ and $-\\infty$ beyond. Both count from 0.`,
    lines: [M],
    reveals: { mask: M },
  };

  const visible = named(
    'v',
    sum('k', 1, n, (k) => k),
    { part: 'visible', format: integer },
  );
  yield {
    id: 'visible',
    title: 'Count the open cells',
    say: prose`The first row has one open cell, the second two, and each row one more than the row above. Their number is ${symbolOf(visible)}.`,
    lines: [visible],
    highlights: ['visible', 'mask'],
    reveals: { visible },
  };

  const S = given('S', model.scores, { role: 'input', part: 'scores' });
  const masked = named('\\hat S', leak ? S : add(S, M), { part: 'masked' });
  yield {
    id: 'masked',
    title: leak ? 'Leave the mask out, and see' : 'Add it before the softmax',
    say: leak
      ? prose`The leak is on: the mask is not added, and the scores ${symbolOf(S)} go on as they are.`
      : prose`A score in ${symbolOf(S)} plus $0$ stays as it is. Plus $-\\infty$ it can no longer win, however large it was.`,
    lines: [masked],
    highlights: leak ? ['scores'] : ['scores', 'mask', 'masked'],
  };

  // A softmax of a whole table in numbers is too wide for a line; how a cell came about is said on it.
  const shares = softmaxRows(masked);
  const A = named(
    'A',
    matrixOf(n, n, (i, j) => at(shares, i, j), {
      tex: '\\operatorname{softmax}(\\hat S)',
      worked: false,
    }),
    { role: 'activation', part: 'weights' },
  );
  yield {
    id: 'weights',
    title: 'The softmax shares out what is open',
    say: leak
      ? prose`Every token gets a share, later ones included. Each row of ${symbolOf(A)} looks as good as before: it sums to 1.`
      : prose`Because $e^{-\\infty} = 0$, hidden tokens get exactly nothing. The open ones share the whole, so every row of ${symbolOf(A)} still sums to 1.`,
    lines: [A],
    highlights: ['masked', 'weights'],
  };

  const later = n > 1 ? sum('j', 1, n - 1, (j) => at(A, 0, j)) : constant(0);
  const ahead = named('a_0', later, { role: 'gradient', part: 'ahead.0' });
  yield {
    id: 'enforces',
    title: leak ? 'The answer has been seen' : 'Training is what generation will be',
    say: leak
      ? prose`Position 0 spends ${symbolOf(ahead)} of its attention on tokens that come later. It learns to copy them, and when it has to write them there is nothing to copy.`
      : prose`Position 0 spends ${symbolOf(ahead)} on later tokens: there is no peeking. So all positions can be trained at once, each as if the text ended there, which is how text is generated.`,
    lines: [ahead],
    highlights: ['ahead', 'weights'],
    reveals: { enforces: word('past') },
  };
}
