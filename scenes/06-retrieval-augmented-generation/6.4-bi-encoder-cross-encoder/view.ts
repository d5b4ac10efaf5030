import {
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import type { Givens, Model } from './model';
import { heightIn, panel, whole, type Panel } from './panel';
import { passes } from './passes';

/** Three ways to search, with the passes counted as they happen, and below them all on one axis. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** Panels stand below each other where they would be narrower and the page scrolls; the axis is no lower. */
const NARROWEST = 190;
const AXIS = { least: 180, most: 300 };
const GAP = 12;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width } = frame;
  const three = panelsOf(model, unfolding);
  const columns = frame.stage.grows && width < 3 * NARROWEST + 4 * GAP ? 1 : 3;
  const wide = (width - GAP) / columns - GAP;
  const rows = three.length / columns;
  const most = frame.stage.grows ? Infinity : frame.height - AXIS.least - 2 * GAP;
  const tall = heightIn({ width: wide, height: most });
  const upper = rows * (tall + GAP);
  const height = Math.max(frame.height, upper + AXIS.least + GAP);
  const axis = Math.min(AXIS.most, height - upper - GAP);
  const top = (height - upper - axis) / 2;
  return {
    height,
    content: svg`
      ${three.map((each, i) =>
        panel(each, {
          x: GAP + (i % columns) * (wide + GAP),
          y: top + Math.floor(i / columns) * (tall + GAP),
          width: wide,
          height: tall,
        }),
      )}
      ${passes(model, unfolding, { x: 4, y: top + upper, width: width - 8, height: axis }, frame)}`,
  };
}

/** How far each design has come with its work. */
function panelsOf(model: Model, unfolding: Unfolding): Panel[] {
  const { documents, queries, shortlist, bi_online, cross_full, pipeline } = model;
  const stored = unfolding.progress('ahead');
  const [bi, cross, both] = ['bi', 'cross', 'pipeline'].map((step) => unfolding.progress(step));
  return [
    {
      title: 'bi-encoder',
      says: 'retrieves',
      part: 'bi_online',
      role: 'input',
      stored,
      read: 0,
      asked: bi,
      count: bi * bi_online,
      seen: bi > 0,
      note: stored > 0 ? `ahead: ${whole(stored * documents)}` : 'each dot: 1 %',
      notePart: 'ahead documents',
    },
    {
      title: 'cross-encoder',
      says: 'reads every pair',
      part: 'cross_full',
      role: 'gradient',
      stored: 0,
      read: cross,
      asked: cross,
      count: cross * cross_full,
      seen: cross > 0,
      note: cross > 0 ? 'ahead: none' : '',
    },
    {
      title: 'both in turn',
      says: 'retrieve, rerank',
      part: 'pipeline',
      role: 'activation',
      stored,
      read: both * (shortlist / documents),
      asked: both,
      count:
        both < 0.4 ? (both / 0.4) * queries : queries + ((both - 0.4) / 0.6) * (pipeline - queries),
      seen: both > 0,
      note: both > 0 ? `shortlist: ${whole(shortlist)}` : '',
      notePart: 'shortlist',
    },
  ];
}

/** Which of them does what, once the steps have said it. */
export const describe = (_model: Model, unfolding: Unfolding): string =>
  unfolding.shown('pipeline')
    ? 'The bi-encoder retrieves the shortlist, the cross-encoder reranks it.'
    : 'Three panels of dots, each dot a hundredth of the documents, and an axis of passes.';
