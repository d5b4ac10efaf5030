import {
  nothing,
  svg,
  textWidth,
  wrapped,
  type Box,
  type SVGTemplateResult,
} from '../../../src/author';
import { connection, isMask, MASKS, OBJECTIVES, SIDE, type Mask, type Objective } from './masks';

/** Around what is drawn on a card. */
const EDGE = 6;
const LINE = 17;
const SIZE = 14;

const linesOf = (mask: Mask, width: number): string[] => {
  const { says, short } = MASKS[mask];
  return [...wrapped(says, width, SIZE), ...wrapped(short, width, SIZE)];
};

/** Whether the words stand at the right of the drawn masks, as they do where there is room. */
const isBroad = (width: number, grid: number): boolean =>
  Object.values(MASKS).every(({ says, short }) =>
    [says, short].every((text) => textWidth(text, SIZE) <= width - grid - 3 * EDGE),
  );

/** How high cards of this width are, with masks drawn in this size. */
export const heightOf = (width: number, grid: number): { mask: number; objective: number } => {
  const most = Math.max(
    ...(Object.keys(MASKS) as Mask[]).map((mask) => linesOf(mask, width - EDGE).length),
  );
  return {
    mask: grid + 2 * EDGE + (isBroad(width, grid) ? 0 : most * LINE),
    objective: 40,
  };
};

/** What is written on a card, with the mask drawn beside or above it. */
export function paper(name: Mask | Objective, box: Box, grid: number): SVGTemplateResult {
  const middle = box.x + box.width / 2;
  if (!isMask(name)) {
    return svg`<text x=${middle} y=${box.y + box.height / 2} font-size="15">${OBJECTIVES[name]}</text>`;
  }
  const broad = isBroad(box.width, grid);
  const { says, short } = MASKS[name];
  const lines = broad ? [says, short] : linesOf(name, box.width - EDGE);
  const left = broad
    ? box.x + EDGE + (box.width - 3 * EDGE - grid - widest(lines)) / 2
    : middle - grid / 2;
  const x = broad ? left + grid + EDGE + widest(lines) / 2 : middle;
  const top = broad
    ? box.y + box.height / 2 - ((lines.length - 1) * LINE) / 2
    : box.y + EDGE + grid + LINE / 2 + 2;
  return svg`${drawnMask(name, left, box.y + EDGE, grid)}
    ${lines.map(
      (
        line,
        k,
      ) => svg`<text class=${says.includes(line) ? nothing : 'more'} x=${x} y=${top + k * LINE}
        font-size=${SIZE}>${line}</text>`,
    )}`;
}

const widest = (lines: readonly string[]): number =>
  Math.max(...lines.map((line) => textWidth(line, SIZE)));

function drawnMask(mask: Mask, x: number, y: number, grid: number): SVGTemplateResult[] {
  const side = grid / SIDE;
  return Array.from({ length: SIDE * SIDE }, (_, k) => {
    const [i, j] = [Math.floor(k / SIDE), k % SIDE];
    const kind = connection(mask, i, j);
    if (kind === 'none') return svg``;
    return svg`<rect class="pairs-cell ${kind}" x=${x + j * side} y=${y + i * side}
      width=${side - 1} height=${side - 1} rx="1.5" />`;
  });
}
