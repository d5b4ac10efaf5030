import {
  boxBetween,
  boxOfItem,
  dots,
  handle,
  line,
  listColumns,
  middleOf,
  nothing,
  picture,
  plot,
  rankedList,
  sampled,
  show,
  svg,
  travelling,
  type Box,
  type Dot,
  type Frame,
  type RankedItem,
  type RankedList,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { OURS, SEARCHES, wholeK, type Givens, type Model } from './model';
import { format } from './solution';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** The least room for the curve below the lists. */
const CURVE = 150;

/** The lists side by side, the list they become, and below them what a rank is worth. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { lists, contributions, ranks } = model;
  const { lists: at, bottom } = listColumns(lists.length + 1, { ...frame, below: CURVE, rows: 8 });
  const given = unfolding.progress('contributions') === 1;
  const added = unfolding.progress('score');

  const searches = lists.map((order, i): RankedList => ({
    ...at[i],
    keep: OURS,
    title: SEARCHES[i],
    says: `$r_${i} = ${ranks[i]}$`,
    order,
    ranked: true,
    item: (name) => ({
      ...itemOf(name, frame),
      ...(name === OURS && {
        part: `ranks.${i} contributions.${i}`,
        detail: given ? show(contributions[i], format) : undefined,
      }),
    }),
    moved: (rank, commit) => frame.stage.edit({ ranks: ranks.with(i, rank) }, commit),
  }));
  const whole = { ...fused(model, unfolding, frame), ...at[lists.length] };
  const height = Math.min(240, Math.max(CURVE, frame.height - bottom));
  return {
    height: bottom + height,
    content: svg`
      ${searches.map(rankedList)} ${rankedList(whole)}
      ${
        added > 0 && added < 1
          ? searches.map((list, i) =>
              travelling(
                middleOf(boxBetween(boxOfItem(list, OURS), boxOfItem(whole, OURS), added)),
                show(contributions[i], format),
              ),
            )
          : nothing
      }
      ${worth(model, unfolding, frame, { x: 8, y: bottom + 8, width: frame.width - 32, height: height - 8 })}`,
  };
}

const itemOf = (name: string, { pointed }: Frame<Givens>): RankedItem => ({
  label: name,
  role: name === OURS ? 'input' : undefined,
  part: `document.${name}`,
  pointed: pointed === `document.${name}`,
});

/** Every document once, as the searches come to it. */
const cameIn = ({ lists }: Model): string[] => [...new Set(lists.flat())];

/** The fused list: empty, then as the documents came in, then sorted by score. */
function fused(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const added = unfolding.progress('score') === 1;
  const others = unfolding.progress('sort', 0, 0.4);
  const sorted = model.fused.map(({ name }) => name);
  return {
    keep: OURS,
    title: 'fused',
    says: 'by score',
    order: unfolding.progress('score') > 0 ? sorted : [],
    from: cameIn(model),
    fraction: unfolding.progress('sort', 0.4),
    ranked: unfolding.shown('sort'),
    item(name: string): RankedItem {
      const { score, ranks } = model.fused.find((each) => each.name === name)!;
      const known = name === OURS ? Number(added) : others;
      // A bar is whole for the best rank in every list.
      const best = ranks.length / (model.k + 1);
      return {
        ...itemOf(name, frame),
        part: name === OURS ? 'score' : `document.${name} fused.${name}`,
        detail: known === 1 ? show(score, format) : undefined,
        bars: ranks.map((rank) => (rank ? known / (model.k + rank) / best : 0)),
      };
    },
  };
}

/** What a rank is worth: the curve of 1/(k + r), its far end dragged up and down by k. */
function worth({ k, ranks }: Model, unfolding: Unfolding, { stage, id }: Frame<Givens>, box: Box) {
  const appeared = unfolding.progress('contributions');
  const last = Math.max(20, ...ranks);
  const worthOf = (rank: number): number => 1 / (k + rank);
  const curve = plot({
    box,
    id: id('worth'),
    x: { domain: [1, last], label: 'rank $r$' },
    y: { domain: [0, worthOf(1)], label: 'what a list contributes', ticks: appeared > 0 ? 3 : 0 },
    left: 48,
  });
  const points = ranks.map((rank, i): Dot => ({
    at: [rank, worthOf(rank)],
    role: 'activation',
    part: `contributions.${i}`,
  }));
  return svg`${curve.axes}
    <g opacity=${appeared} display=${appeared > 0 ? nothing : 'none'}>
      ${curve.inside(line(curve, sampled(curve, worthOf), { role: 'activation' }))}
      ${dots(curve, points, 6)}
      ${handle({
        stage,
        name: 'k',
        from: k,
        range: wholeK,
        to: (_, dy) => kAt(worthOf(last) / worthOf(1) - dy / curve.area.height, last),
        x: curve.x(last),
        y: curve.y(worthOf(last)),
        along: 'y',
        changes: 'k',
        role: 'weight',
        part: 'k',
      })}
    </g>`;
}

/** The k at which the last rank is worth this share of the first: (k + 1)/(k + last). */
const kAt = (share: number, last: number): number =>
  share < 1 ? (share * last - 1) / (1 - share) : wholeK.max;

/** The documents in order, which no formula of the solution says. */
export const describe = ({ lists }: Model): string =>
  lists.map((list, i) => `By ${SEARCHES[i]}: ${list.slice(0, 8).join(', ')}.`).join(' ');
