import {
  decimals,
  key,
  learningCurves,
  show,
  svg,
  svgText,
  textWidth,
  writtenLines,
  type Point,
  type Role,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { names } from './mask-words';
import { BEGINNING, GUESSED, ways, type Pair, type Way } from './peeking';
import { STEPS } from './settings';

const roles: Readonly<Record<Way, Role>> = { masked: 'activation', open: 'gradient' };

const KEY_LINE = 26;
/** Between two names of the key. */
const APART = 52;
const TITLE = 24;
const GAP = 14;
/** The chart's, in a picture with less room than it needs. */
const LEAST = 220;

/**
 * The losses of both, and under them what each writes: a device's own, since a rounding grows over the
 * steps until another letter is drawn.
 */
export function drawPair(
  pair: Pair,
  step: number,
  { width, height, id }: ScaleFrame,
): ScaleDrawing {
  const texts = ways.map((way) => {
    const { text, after } = pair.of[way].writtenBy(step);
    return { way, after, lines: writtenLines({ text, x: 0, y: 0, width: width - 4 }) };
  });
  const foot = texts.reduce((sum, { lines }) => sum + GAP + TITLE + lines.height, 0);
  const chart = Math.max(LEAST, height - KEY_LINE - foot);
  let y = KEY_LINE + chart;
  const written = texts.map(({ way, after, lines }): SVGTemplateResult => {
    const top = y + GAP;
    y = top + TITLE + lines.height;
    return svg`<text class=${`label role-${roles[way]}`} x="0" y=${top + 15} font-size="15">${svgText(`Written ${names[way]}, after ${after} steps`)}</text>
      <g transform=${`translate(0 ${top + TITLE})`}>${lines.draw((i) => (i < BEGINNING.length ? 'var(--rule)' : 'none'))}</g>`;
  });
  const content = svg`${keys(width)}
    ${learningCurves({
      box: { x: 0, y: KEY_LINE, width: width - 2, height: chart },
      ...{ id: id('losses'), steps: STEPS },
      y: { domain: [0, 1.1 * GUESSED], label: 'training loss, in bits a character' },
      level: { y: GUESSED, text: `guessing evenly: ${show(GUESSED, decimals(2))}` },
      curves: ways.map((way) => ({ points: curve(pair, way, step), role: roles[way] })),
    })}
    <g data-measured>${written}</g>`;
  return { content, height: y };
}

const curve = ({ of }: Pair, way: Way, step: number): Point[] =>
  Array.from({ length: Math.min(step, of[way].step) + 1 }, (_, at) => [at, of[way].bits(at)]);

const keys = (width: number): SVGTemplateResult[] =>
  ways.map((way, i) => {
    const right = width - 8 - i * (APART + textWidth(names.masked, 14));
    return key([{ text: names[way], role: roles[way], kind: 'line' }], right, 0);
  });
