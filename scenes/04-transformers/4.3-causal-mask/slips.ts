import type { Matrix, Slip } from '../../../src/author';
import { maskOf, type Model } from './model';

const painted = (
  hides: (i: number, j: number) => boolean,
  hint: string,
  least = 1,
): Slip<Model> => ({
  field: 'mask',
  value: ({ n }): Matrix | undefined => (n < least ? undefined : maskOf(n, hides)),
  hint,
  highlights: ['scores'],
});

const counted = (value: (model: Model) => number, hint: string): Slip<Model> => ({
  field: 'visible',
  value: (model) => (value(model) === model.visible ? undefined : value(model)),
  hint,
  highlights: ['scores'],
});

const chosen = (name: string, hint: string): Slip<Model> => ({
  field: 'enforces',
  value: () => name,
  hint,
});

const NOTHING =
  'Nothing is hidden. A $0$ leaves a score as it is, and the softmax gives it a share. What should get none needs $-\\infty$.';
const UPSIDE_DOWN =
  'This is upside down: a row looks, a column is looked at. Here each token sees only what comes after it.';

export const slips: readonly Slip<Model>[] = [
  painted(
    (i, j) => j >= i,
    'The diagonal is hidden as well. A token knows itself, so it may look at itself; and the first row would see nothing at all.',
  ),
  painted(() => false, NOTHING, 2),
  painted((i, j) => j < i, UPSIDE_DOWN, 2),
  painted((i, j) => j <= i, UPSIDE_DOWN, 2),
  painted(
    (i, j) => j > i + 1,
    'Each row still sees one token ahead, and that is the very token it is to predict.',
    3,
  ),
  counted(
    ({ n }) => (n * (n - 1)) / 2,
    'These are either the hidden cells, or the open ones without the diagonal. A token may look at itself.',
  ),
  counted(({ n }) => n * n, 'These are all the cells. Some of them are hidden.'),
  counted(
    ({ n }) => (n * n) / 2,
    'The table is not cut in half: the diagonal lies on one side of the cut, as a whole.',
  ),
  chosen(
    'previous',
    'The row of the last token is open from end to end, not at one cell. It sees everything before it.',
  ),
  chosen(
    'order',
    'The mask says who may look at whom. Among the tokens that a row can see, it still cannot tell which came first.',
  ),
  chosen(
    'cheap',
    'Some implementations do skip hidden scores, but that is a gain on the side. Ask what training would be without the mask.',
  ),
];
