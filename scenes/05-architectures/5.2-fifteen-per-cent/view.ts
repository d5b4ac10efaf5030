import {
  boxBetween,
  dividedBar,
  nothing,
  picture,
  show,
  svg,
  tokenBoxes,
  tokenRow,
  traveller,
  type Box,
  type Frame,
  type Role,
  type ShareOf,
  type Stage,
  type SVGTemplateResult,
  type Token,
  type Unfolding,
  type View,
} from '../../../src/author';
import { countFormat } from './count-format';
import type { Drawn, Givens, Model } from './model';
import { rateChart } from './rate-chart';
import './view.css';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const SIDE_BY_SIDE = 700;
/** Below this height everything stands closer. */
const LOW = 440;
/** The height of a bar, and what is between the two: lines that say the second is a part of the first. */
const sizesIn = (room: number) => (room < LOW ? { bar: 30, zoom: 22 } : { bar: 40, zoom: 34 });

/** The text and what becomes of its tokens, the shares as bars, and the rate against the context. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width, height: room, stage } = frame;
  const row = { tokens: tokensOf(model, unfolding), x: 4, y: 26, width: width - 8, size: 15 };
  const all = tokenBoxes({ ...row, tokens: widest(model) });
  // Where the picture cannot grow, as many lines of the text as leave room for the rest.
  const most = stage.grows ? Infinity : 0.34 * room;
  const boxes = all.filter(({ y, height: high }) => y + high <= Math.max(most, 110));
  const last = boxes[boxes.length - 1];
  const below = last.y + last.height + 12;
  const wide = !stage.grows || width >= SIDE_BY_SIDE;
  const { bar, zoom } = sizesIn(room);
  const bars = 2 * bar + zoom + 30;
  const height = Math.max(room, below + bars + (wide ? 110 : 260));
  const chart = { x: 0, y: below + bars + 8, width: width - 2, height: height - below - bars - 10 };
  return {
    height,
    content: svg`
      <text x="4" y="16" font-size="14">${`draw ${model.draw}`}</text>
      ${tokenRow({ ...row, tokens: row.tokens.slice(0, boxes.length) })}
      ${swapped(model, unfolding, boxes)}
      ${shares(model, unfolding, { x: 6, y: below, width: width - 12, height: bars }, stage)}
      ${rateChart(model, unfolding, chart, frame)}`,
  };
}

const ROLES: Readonly<Record<Drawn['fate'], Role | undefined>> = {
  context: undefined,
  masked: 'gradient',
  randomised: 'weight',
  kept: 'value',
};
const FATES = ['masked', 'randomised', 'kept'] as const;

/** The tokens as far as the steps have come: chosen, then each fate in turn. */
function tokensOf({ text }: Model, unfolding: Unfolding): Token[] {
  return text.map(({ token, fate, read }): Token => {
    if (fate === 'context' || !unfolding.shown('chosen')) return { text: token };
    const done = unfolding.shown(fate);
    return {
      text: done ? read : token,
      selected: true,
      role: done ? ROLES[fate] : 'input',
      part: done ? `chosen ${fate}` : 'chosen',
    };
  });
}

/** Tokens as wide as they will ever be, so that the picture keeps its height. */
const widest = ({ text }: Model): Token[] =>
  text.map(({ token, read }) => ({ text: read.length > token.length ? read : token }));

/** What replaces a token comes down on it. */
function swapped({ text }: Model, unfolding: Unfolding, boxes: readonly Box[]) {
  return text.slice(0, boxes.length).map(({ fate, read }, i) => {
    const at = fate === 'context' ? 0 : unfolding.progress(fate);
    if (at === 0 || at === 1) return nothing;
    return traveller(boxBetween({ ...boxes[i], y: boxes[i].y - 44 }, boxes[i], at), read);
  });
}

/** All tokens, the chosen ones among them; below, the chosen ones by what becomes of them. */
function shares(
  model: Model,
  unfolding: Unfolding,
  box: Box,
  stage: Stage<Givens>,
): SVGTemplateResult {
  const { mask_rate, mask, random, keep } = model;
  const { bar, zoom } = sizesIn(stage.height / stage.unit);
  const upper = { ...box, y: box.y + 20, height: bar };
  const lower = { ...upper, y: upper.y + bar + zoom };
  const counted = (name: string, step: string, count: number): Pick<ShareOf, 'text' | 'shorter'> =>
    unfolding.shown(step)
      ? {
          text: `${name}: ${show(count, countFormat(count))}`,
          shorter: show(count, countFormat(count)),
        }
      : { text: name };
  const end = upper.x + mask_rate * upper.width;
  return svg`
    <text class="explanation" x=${box.x} y=${box.y + 12} font-size="14">all tokens</text>
    ${dividedBar({
      ...{ box: upper, step: 0.01, changes: 'the rate' },
      shares: [
        {
          share: mask_rate,
          ...counted('chosen', 'chosen', model.chosen),
          role: 'input',
          part: 'chosen mask_rate',
        },
        { share: 1 - mask_rate, text: 'context', part: 'n' },
      ],
      moved: ([rate], commit) => stage.edit({ mask_rate: rate }, commit),
    })}
    <path class="zoom" d=${`M${upper.x} ${upper.y + bar + 6}V${lower.y - 4}M${end} ${upper.y + bar + 6}L${lower.x + lower.width} ${lower.y - 4}`} />
    ${dividedBar({
      ...{ box: lower, step: 0.05, changes: 'the split' },
      shares: [
        {
          share: mask,
          ...counted('[MASK]', 'masked', model.masked),
          role: 'gradient',
          part: 'masked mask',
        },
        {
          share: random,
          ...counted('random', 'randomised', model.randomised),
          role: 'weight',
          part: 'randomised random',
        },
        { share: keep, ...counted('kept', 'kept', model.kept), role: 'value', part: 'kept keep' },
      ],
      moved: ([m, r, k], commit) => stage.edit({ mask: m, random: r, keep: k }, commit),
    })}`;
}

/** The text as the model reads it, as far as the steps have come. */
export const describe = (model: Model, unfolding: Unfolding): string => {
  const tokens = tokensOf(model, unfolding).map(({ text }) => text);
  const asked = model.text.filter(({ fate }) => fate !== 'context').map(({ token }) => token);
  const counts = FATES.filter((fate) => unfolding.shown(fate)).map(
    (fate) => `${model.text.filter((each) => each.fate === fate).length} ${fate}`,
  );
  return [
    `The text reads: ${tokens.join(' ')}.`,
    ...(unfolding.shown('chosen') ? [`To be predicted: ${asked.join(', ') || 'none'}.`] : []),
    ...(counts.length > 0 ? [`In this draw: ${counts.join(', ')}.`] : []),
  ].join(' ');
};
