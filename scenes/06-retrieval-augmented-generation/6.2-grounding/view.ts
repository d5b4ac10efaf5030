import {
  fitted,
  handle,
  listColumns,
  nothing,
  picture,
  rankedList,
  show,
  svg,
  svgText,
  wrapped,
  type Box,
  type Frame,
  type ListPlace,
  type RankedList,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { claimCards } from './claim-cards';
import { IN_PROMPT, maxSim, type Model } from './model';
import type { Passage } from './retrieval';
import { temperatureRange, type Givens } from './settings';

/** The searches, what the model reads, and its claims, each with a line to its evidence or with none. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

const MARGIN = 12;
const QUESTION = 17;
/** Below everything: the temperature and the counts, which stand below it where it is narrow. */
const NARROW = 440;
const footOf = (width: number): number => (width < NARROW ? 100 : 52);
/** Lists and claims stand together from this height on, and not on a phone; else the step says which. */
const BOTH = 560;
const ROWS = 5;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width, stage } = frame;
  const both = stage.grows ? width >= NARROW : frame.height >= BOTH;
  // Where there is little room, the question is read in its field.
  const lines =
    both || stage.grows ? wrapped(model.retrieval.question, width - 2 * MARGIN, QUESTION) : [];
  const top = 10 + 24 * lines.length;
  const searching = ['retrieve', 'choose'].includes(current(unfolding) ?? '');
  const room = frame.height - top - footOf(width);
  const columns = listColumns(3, {
    width,
    height: room,
    below: both ? room - 240 : 0,
    rows: ROWS,
  });
  const below = both ? top + columns.bottom + 8 : top;
  const cards = claimCards(model, unfolding, {
    ...{ x: MARGIN, y: below, width: width - 2 * MARGIN },
    height: stage.grows ? Infinity : frame.height - below - footOf(width),
  });
  const bottom = both || !searching ? cards.bottom : top + columns.bottom;
  const height = stage.grows ? Math.max(frame.height, bottom + 8 + footOf(width)) : frame.height;
  return {
    height,
    content: svg`
      <g data-part="question" class="role-input">${lines.map(
        (line, i) =>
          svg`<text x=${MARGIN} y=${24 + 24 * i} font-size=${QUESTION} font-weight="600">${line}</text>`,
      )}</g>
      ${
        both || searching
          ? lists(
              model,
              unfolding,
              columns.lists.map((place) => ({ ...place, y: place.y + top })),
            )
          : nothing
      }
      ${both || !searching ? cards.content : nothing}
      ${foot(model, unfolding, frame, height - footOf(width))}`,
  };
}

const current = (unfolding: Unfolding): string | undefined =>
  unfolding.steps[Math.ceil(unfolding.t - 1e-9) - 1]?.id;

/** Both searches, and the list that goes to the prompt. */
function lists(model: Model, unfolding: Unfolding, at: readonly ListPlace[]): SVGTemplateResult[] {
  const { retrieval, hybrid, rerank, found, ranked } = model;
  const come = unfolding.progress('retrieve');
  const chosen = unfolding.progress('choose');
  const passageOf = new Map(retrieval.passages.map((passage) => [String(passage.id), passage]));
  const some = (order: readonly number[], share: number): string[] =>
    order.slice(0, Math.ceil(share * order.length)).map(String);
  const ids = (passages: readonly Passage[]): string[] => passages.map(({ id }) => String(id));
  const list = (
    i: number,
    title: string,
    says: string,
    part: string,
    order: readonly string[],
  ): RankedList => ({
    ...{ ...at[i], title, says, order: order.slice(0, at[i].rows), ranked: true },
    item(id) {
      const passage = passageOf.get(id)!;
      const inPrompt = chosen > 0 && model.context.includes(passage);
      return {
        label: fitted(`${passage.exercise} ${passage.text}`, at[i].width - 44, 14),
        role: inPrompt ? 'value' : undefined,
        part,
        ...(i === 2 && rerank && chosen === 1
          ? { bars: [maxSim(passage) / Math.max(1, retrieval.words.length)] }
          : {}),
      };
    },
  });
  return [
    rankedList(
      list(
        0,
        'BM25',
        hybrid ? 'by words' : 'switched off',
        'ranks',
        hybrid ? some(retrieval.bm25, come) : [],
      ),
    ),
    rankedList(list(1, 'dense', 'by meaning', 'found.0', some(retrieval.dense, come))),
    rankedList({
      ...list(
        2,
        rerank && chosen > 0 ? 'reranked' : hybrid ? 'fused' : 'as found',
        `${IN_PROMPT} are read`,
        'found ranked nearest',
        come === 1 ? ids(ranked) : [],
      ),
      from: ids(found).slice(0, at[2].rows),
      fraction: chosen,
    }),
  ];
}

/** The temperature, to be dragged, and what was counted. */
function foot(
  { temperature, supported, unsupported, citation_coverage }: Model,
  unfolding: Unfolding,
  { width, stage }: Frame<Givens>,
  y: number,
): SVGTemplateResult {
  const axis: Box = {
    x: MARGIN + 98,
    y: y + 28,
    width: Math.min(150, (width < NARROW ? 0.5 : 0.18) * width),
    height: 0,
  };
  const counts = [
    {
      text: 'supported',
      value: String(supported),
      part: 'supported',
      role: 'value',
      step: 'support',
    },
    {
      text: 'unsupported',
      value: String(unsupported),
      part: 'unsupported',
      role: 'gradient',
      step: 'support',
    },
    {
      text: 'rightly cited',
      value: show(citation_coverage),
      part: 'citation_coverage',
      role: 'activation',
      step: 'cite',
    },
  ] as const;
  const narrow = width < NARROW;
  const left = narrow ? MARGIN : axis.x + axis.width + 22;
  const line = axis.y + (narrow ? 46 : 0);
  const wide = (width - left - MARGIN) / counts.length;
  return svg`
    <text class="block-says" style="text-anchor: start" x=${MARGIN} y=${axis.y + 5} font-size="15">temperature</text>
    <path class="mark-line role-weight" d=${`M${axis.x} ${axis.y}h${axis.width}`} />
    ${handle<Givens>({
      ...{ stage, name: 'temperature', from: temperature, range: temperatureRange },
      to: (dx) => temperature + (dx / axis.width) * temperatureRange.max,
      x: axis.x + (temperature / temperatureRange.max) * axis.width,
      y: axis.y,
      along: 'x',
      changes: 'the temperature',
      role: 'weight',
    })}
    ${counts.map(({ text, value, part, role, step }, i) =>
      unfolding.shown(step)
        ? svg`<g class=${`role-${role}`} data-part=${part}>
            <text x=${left + (i + 0.5) * wide} y=${line - 4} font-size="18" font-weight="600" text-anchor="middle">${value}</text>
            <text x=${left + (i + 0.5) * wide} y=${line + 16} font-size="14" text-anchor="middle">${svgText(text)}</text>
          </g>`
        : nothing,
    )}`;
}

/** What the passages and claims say, which no formula does. */
export function describe(
  { context, claims, rejected, retrieval }: Model,
  unfolding: Unfolding,
): string {
  const read = context.map(
    ({ exercise, sentence }, i) => `Passage ${i + 1}, exercise ${exercise}: ${sentence}`,
  );
  const said = claims.map(({ text, cites, evidence }, i) => {
    const citation = cites === undefined ? 'no citation' : `cites passage ${cites + 1}`;
    const verdict = !unfolding.shown('support')
      ? ''
      : evidence === undefined
        ? '; no evidence'
        : `; evidence in passage ${evidence + 1}`;
    return `Claim ${i + 1}: ${text} (${citation}${verdict})`;
  });
  const out = rejected.map(({ text }) => `Rejected by the check: ${text}`);
  const none = claims.length === 0 ? ['The answer: I don’t know.'] : [];
  const by = retrieval.own ? [`${retrieval.own.by}, your own model, wrote the answer.`] : [];
  return [...read, ...by, ...said, ...out, ...none].join(' ');
}
