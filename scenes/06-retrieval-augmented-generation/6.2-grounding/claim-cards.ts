import {
  cutOff,
  fitted,
  nothing,
  svg,
  textWidth,
  wrapped,
  type Box,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Model } from './model';
import './view.css';

/** A text on a card: its lines, and where it stands. */
interface Placed {
  readonly lines: readonly string[];
  readonly box: Box;
}

const SIZE = 14;
const LINE = 18;
const PAD = 6;
const GAP = 6;
const HEAD = 22;
/** Between the claims and the passages, for the lines from one to the other. */
const MIDDLE = 0.08;
/** The passages’ share of the width. */
const PASSAGES = 0.42;
/** In front of a claim, for its verdict. */
const VERDICT = 24;

/** The answer’s claims on the left, the passages on the right, and lines from claims to evidence. */
export function claimCards(
  model: Model,
  unfolding: Unfolding,
  box: Box,
): { readonly content: SVGTemplateResult; readonly bottom: number } {
  const { claims, rejected, context } = model;
  const by = model.retrieval.own?.by;
  const wide = box.width * PASSAGES;
  const answerWidth = box.width * (1 - PASSAGES - MIDDLE) - VERDICT;
  const inside = { ...box, y: box.y + HEAD, height: box.height - HEAD };
  const left = stacked(
    [...claims, ...rejected].map(({ text, cites }) =>
      cites === undefined ? text : `${text} [${cites + 1}]`,
    ),
    { ...inside, x: box.x + VERDICT, width: answerWidth },
  );
  const right = stacked(
    context.map(({ exercise, text }, i) => `[${i + 1}] ${exercise}: ${text}`),
    { ...inside, x: box.x + box.width - wide, width: wide },
  );
  const known = unfolding.progress('support');
  const cited = unfolding.shown('cite');
  const content = svg`
    ${heading(by ? fitted(`your model ${by}`, answerWidth, SIZE) : 'the answer, scripted', box.x + VERDICT, box.y)}
    ${heading('passages in the prompt', box.x + box.width - wide, box.y)}
    ${
      claims.length === 0
        ? svg`<text x=${box.x + VERDICT} y=${inside.y + 22} font-size="17" data-part="claims">I don’t know.</text>`
        : nothing
    }
    ${claims.map(({ evidence }, i) =>
      evidence !== undefined && known > 0 ? link(left[i].box, right[evidence].box, known) : nothing,
    )}
    ${right.map((placed, i) => card(placed, 'value', `context`, claims.some(({ evidence }) => evidence === i) && known === 1))}
    ${left.map((placed, i) => {
      const claim = claims[i];
      if (!claim)
        return svg`<g class="rejected">${card(placed, 'gradient', 'claims', false)}
        <path d=${struck(placed)} /></g>`;
      const right = cited && claim.rightlyCited;
      return svg`${card(placed, 'activation', `claims cited.${i}`, right)}
        ${known === 1 ? verdict(placed.box, claim.evidence !== undefined, `evidence.${i}`) : nothing}`;
    })}`;
  const bottom = Math.max(...[...left, ...right].map((placed) => placed.box.y + placed.box.height));
  return { content, bottom };
}

const heading = (text: string, x: number, y: number): SVGTemplateResult =>
  svg`<text class="block-says" style="text-anchor: start" x=${x} y=${y + 14} font-size="14">${text}</text>`;

/** Texts one below the other, with as many lines each as there is room for. */
function stacked(texts: readonly string[], { x, y, width, height }: Box): Placed[] {
  const whole = texts.map((text) => wrapped(text, width - 2 * PAD, SIZE));
  const given = linesWithin(
    whole.map(({ length }) => length),
    Math.floor((height - texts.length * (2 * PAD + GAP)) / LINE),
  );
  let top = y;
  return whole.map((all, i) => {
    const lines = all.length > given[i] ? cut(all.slice(0, given[i]), width - 2 * PAD) : all;
    const box = { x, y: top, width, height: lines.length * LINE + 2 * PAD };
    top += box.height + GAP;
    return { lines, box };
  });
}

/** How many lines each text has of those there is room for: the shortest are given one more in turn. */
function linesWithin(wanted: readonly number[], room: number): number[] {
  const given = wanted.map(() => 1);
  for (let left = room - given.length; left > 0; left -= 1) {
    const short = given.map((lines, i) => (lines < wanted[i] ? lines : Infinity));
    const next = short.indexOf(Math.min(...short));
    if (next < 0 || short[next] === Infinity) break;
    given[next] += 1;
  }
  return given;
}

/** The last line ends in dots, within its room. */
const cut = (lines: readonly string[], width: number): string[] => [
  ...lines.slice(0, -1),
  cutOff(lines[lines.length - 1], width, SIZE),
];

const card = (
  { lines, box }: Placed,
  role: string,
  part: string,
  strong: boolean,
): SVGTemplateResult =>
  svg`<g class=${`claim-card role-${role} ${strong ? 'strong' : ''}`} data-part=${part}>
    <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="7" />
    ${lines.map(
      (line, i) =>
        svg`<text x=${box.x + PAD} y=${box.y + PAD + LINE * i + 13} font-size=${SIZE}>${line}</text>`,
    )}
  </g>`;

const verdict = ({ x, y, height }: Box, holds: boolean, part: string): SVGTemplateResult =>
  svg`<text class=${`verdict role-${holds ? 'value' : 'gradient'}`} data-part=${part}
    x=${x - VERDICT / 2 - 2} y=${y + height / 2 + 6} font-size="19">${holds ? '✓' : '?'}</text>`;

/** From a claim to the passage that has its words, as far as it has grown. */
function link(from: Box, to: Box, grown: number): SVGTemplateResult {
  const [x, y] = [from.x + from.width, from.y + from.height / 2];
  const [dx, dy] = [to.x - x, to.y + to.height / 2 - y];
  const bend = dx / 2;
  return svg`<path class="evidence-link role-value" pathLength="1" stroke-dasharray=${`${grown} 1`}
    d=${`M${x} ${y}c${bend} 0 ${dx - bend} ${dy} ${dx} ${dy}`} />`;
}

/** Through every line of a card. */
const struck = ({ lines, box }: Placed): string =>
  lines
    .map((line, i) => `M${box.x + PAD} ${box.y + PAD + LINE * i + 9}h${textWidth(line, SIZE)}`)
    .join('');
