import {
  nothing,
  picture,
  svg,
  textWidth,
  tokenBoxes,
  tokenRow,
  type Box,
  type Frame,
  type Role,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { ORDER, type Kind, type LineId } from './agent';
import { CUT, layoutOf, NAME, RAIL, type Layout, type Row } from './layout';
import type { Givens, Model } from './model';
import { pages } from './pages';
import './view.css';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** The trace as far as it has been played, and what its last search has found. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(model, unfolding, frame.width, frame.height);
  return svg`${layout.rows.map((row) => drawRow(row, layout, model, frame))}
    ${causes(layout)} ${found(layout)}`;
}

const ROLES: Readonly<Record<Kind, Role>> = {
  thought: 'activation',
  action: 'weight',
  observation: 'input',
  answer: 'value',
};

function drawRow(
  { line, kind, name, texts, box, shown }: Row,
  { size }: Layout,
  { broken }: Model,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  const { x, y, width, height } = box;
  const { id } = line;
  const first = y + height / 2 - ((texts.length - 1) * (size + 4)) / 2;
  return svg`<g class=${shown > 0 ? 'react-row' : 'react-row open'} data-part=${id}>
    <rect class="line" x=${x} y=${y} width=${width} height=${height} rx="7" />
    ${
      shown > 0
        ? svg`<g opacity=${shown}>
            <text class=${`kind role-${ROLES[kind]}`} x=${x + 8} y=${first} font-size=${size === 16 ? 15 : 14}>${name}</text>
            ${texts.map((text, i) => svg`<text x=${x + NAME} y=${first + i * (size + 4)} font-size=${size}>${text}</text>`)}
          </g>`
        : nothing
    }
    ${
      id === 'answer'
        ? nothing
        : cut({
            x: x + width - CUT / 2,
            y: y + height / 2,
            says: `Leave line ${ORDER.indexOf(id) + 1} out in the last step`,
            pressed: broken === id,
            choose: () => stage.edit({ broken: id }, true),
          })
    }
  </g>`;
}

interface Cut {
  readonly x: number;
  readonly y: number;
  readonly says: string;
  readonly pressed: boolean;
  choose(): void;
}

/** A cross that is pressed: the last step then leaves this line out. */
function cut({ x, y, says, pressed, choose }: Cut): SVGTemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    choose();
  };
  return svg`<g class="react-cut" tabindex="0" role="button" aria-label=${says}
    aria-pressed=${String(pressed)} @click=${choose} @keydown=${onKey}>
    <title>${says}</title>
    <circle cx=${x} cy=${y} r="11" />
    <path d=${`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} />
  </g>`;
}

/** Lines from each search to the observation that came of it, and to what was made of that. */
const CAUSES: readonly (readonly [LineId, LineId])[] = [
  ['action', 'observation'],
  ['observation', 'thought-2'],
  ['action-2', 'observation-2'],
  ['observation-2', 'thought-3'],
];

function causes({ rows }: Layout): SVGTemplateResult[] {
  return CAUSES.flatMap(([cause, effect], i) => {
    const [from, to] = [cause, effect].map((id) => rows.find(({ line }) => line.id === id));
    if (!from || !to || to.shown === 0 || from.box.y > to.box.y) return [];
    const x = from.box.x - (i % 3 === 0 ? RAIL - 4 : RAIL / 2);
    const [start, end] = [from, to].map(({ box }) => box.y + box.height / 2);
    const [a, b] = [start + 5, end - 5];
    return svg`<path class="react-cause" pathLength="1" stroke-dasharray=${`${to.shown} 1`}
        d=${`M${from.box.x} ${a}H${x}V${b}H${to.box.x - 1}`} />
      <path class="react-cause" opacity=${to.shown} d=${`M${to.box.x - 6} ${b - 4}l5 4l-5 4`} />`;
  });
}

const HIT = 26;

/** The pages that the last search has found, the best first, each as long as its score. */
function found({ rows, index: { x, y, width, height } }: Layout): SVGTemplateResult {
  const last = rows.findLast(({ line, shown }) => line.hits && shown > 0);
  if (!last) return unsearched({ x, y, width, height });
  const said = `The index on ${last.line.text.replace('search ', '')}`;
  const most = Math.max(0, Math.floor((height - 24) / HIT));
  const hits = last.line.hits!.slice(0, most);
  const longest = Math.max(0, ...hits.map(({ title }) => textWidth(title, 14))) + 12;
  const scale = (width - longest - 60) / (hits[0]?.score ?? 1);
  return svg`<g class="react-index" data-part="index">
    <text class="title" x=${x} y=${y + 8} font-size="14">${said}</text>
    ${hits.map(({ title, score }, i) => {
      const top = y + 24 + i * HIT;
      return svg`<text class=${i === 0 ? 'best' : nothing} x=${x} y=${top + 11} font-size="14">${title}</text>
        <rect class="score" x=${x + longest} y=${top + 2} width=${score * scale * last.shown} height="18" rx="4" />
        <text x=${x + longest + score * scale + 8} y=${top + 11} font-size="14">${score.toFixed(1)}</text>`;
    })}
  </g>`;
}

/** The titles of the pages, as many as there is room for. */
function unsearched({ x, y, width, height }: Box): SVGTemplateResult {
  const row = {
    x,
    y: y + 24,
    width,
    size: 14,
    tokens: pages.map(({ title }) => ({ text: title })),
  };
  const fit = tokenBoxes(row).filter((box) => box.y + box.height <= y + height).length;
  return svg`<g class="react-index" data-part="index">
    <text class="title" x=${x} y=${y + 8} font-size="14">The index: ${pages.length} pages, three on each country</text>
    ${tokenRow({ ...row, tokens: row.tokens.slice(0, fit) })}
  </g>`;
}

/** The lines that have been played, and what the last search has found. */
export function describe(model: Model, unfolding: Unfolding): string {
  const { rows } = layoutOf(model, unfolding, 900, 700);
  const played = rows.filter(({ shown }) => shown > 0);
  const hits = played.findLast(({ line }) => line.hits)?.line.hits ?? [];
  const best = hits.slice(0, 3).map(({ title, score }) => `${title} ${score.toFixed(1)}`);
  return [
    ...played.map(({ name, line }) => `${name}: ${line.text}.`.replace(/([.?!])\.$/, '$1')),
    ...(best.length > 0 ? [`The last search found, with scores: ${best.join(', ')}.`] : []),
  ].join(' ');
}
