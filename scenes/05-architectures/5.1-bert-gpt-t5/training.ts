import { nothing, svg, textWidth, type SVGTemplateResult } from '../../../src/author';
import { MASK, type Position, type Training } from './model';

const SIZE = 15;
const LINE = 21;
const LEAD = 22;
const AROUND = 10;

export interface Drawn {
  readonly height: number;
  readonly content: SVGTemplateResult;
}

/** The pairs that an objective makes of the sentence, in a column of this width. */
export function drawnTraining(
  { read, written }: Training,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  warning?: string,
): Drawn {
  const isAsked = read.some(({ target }) => target !== undefined);
  const parts: readonly (readonly [lead: string, positions: readonly Position[]])[] = [
    [isAsked ? 'input, below it the target' : 'encoder input', read],
    ...(written
      ? [['decoder target', written.map(({ target }) => ({ input: '', target }))] as const]
      : []),
  ];
  let top = y;
  const content = parts.map(([lead, positions]) => {
    const rows = inRows(positions, width);
    const asked = positions.some(({ target }) => target !== undefined);
    const given = positions.some(({ input }) => input !== '');
    const high = (asked && given ? 2 : 1) * LINE + 5;
    const start = top + LEAD;
    top = start + rows.length * high + 4;
    return svg`<text class="lead" x=${x} y=${start - LEAD / 2 - 1} font-size="14">${lead}</text>
      ${rows.map((row, r) =>
        row.map(({ position: { input, target }, left, wide }) => {
          const middle = x + left + wide / 2;
          const at = start + r * high + LINE / 2;
          return svg`${input === '' ? nothing : word(input, middle, at, isGap(input) ? 'gap' : undefined)}
            ${target === undefined ? nothing : word(target, middle, at + (given ? LINE : 0), 'target')}`;
        }),
      )}`;
  });
  const warned = warning
    ? svg`<text class="leaks" x=${x} y=${top + LINE / 2} font-size="14">${warning}</text>`
    : nothing;
  return {
    height: top - y + (warning ? LINE : 0),
    content: svg`<g class="pairs-training">${content}${warned}</g>`,
  };
}

const word = (text: string, x: number, y: number, kind?: string): SVGTemplateResult =>
  svg`<text class=${kind ?? nothing} x=${x} y=${y} font-size=${SIZE}>${text}</text>`;

const isGap = (input: string): boolean => input === MASK || /^<[XYZ]>$/.test(input);

interface Laid {
  readonly position: Position;
  readonly left: number;
  readonly wide: number;
}

/** Words in reading order, each as wide as what stands in its column. */
function inRows(positions: readonly Position[], width: number): Laid[][] {
  const rows: Laid[][] = [[]];
  let left = 0;
  for (const position of positions) {
    const texts = [position.input, position.target ?? ''];
    const wide = Math.max(...texts.map((text) => textWidth(text, SIZE))) + AROUND;
    if (left > 0 && left + wide > width) {
      rows.push([]);
      left = 0;
    }
    rows[rows.length - 1].push({ position, left, wide });
    left += wide;
  }
  return rows;
}
