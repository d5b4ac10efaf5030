import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Role } from '../../math/role';
import type { Box } from './box';
import { NORMAL, SMALL, svgText, textWidth } from './text';

export interface BarListEntry {
  readonly text: string;
  /** From 0 to 1: the share of its room that the bar fills. */
  readonly share: number;
  /** What stands behind the bar. */
  readonly says: string;
  readonly role?: Role;
  readonly part?: string;
}

/** Between a name, its bar and what is said of it. */
const GAP = 10;
const HEAD = 30;
/** How high a row is at least and at most. */
const ROW = { least: 20, most: 30 };

/** How many rows there is room for, below the title. */
export const barsIn = (height: number): number => Math.floor((height - HEAD) / ROW.least);

/** A list of names with a bar each, below a title: as many as there is room for. */
export function barList(
  title: string,
  all: readonly BarListEntry[],
  { x, y, width, height }: Box,
): SVGTemplateResult {
  const entries = all.slice(0, barsIn(height));
  const pitch = Math.min(ROW.most, (height - HEAD) / Math.max(1, entries.length));
  const size = pitch > 23 ? NORMAL : SMALL;
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const names = Math.min(0.5 * width, widest(entries.map(({ text }) => text)));
  const left = x + names + GAP;
  const room = Math.max(0, width - names - widest(entries.map(({ says }) => says)) - 3 * GAP);
  return svg`<g class="bar-list">
    <text font-weight="600" x=${x} y=${y + 16} font-size=${NORMAL}>${svgText(title)}</text>
    ${entries.map(({ text, share, says, role, part }, i) => {
      const middle = y + HEAD + (i + 0.5) * pitch;
      const long = Math.max(1, share * room);
      return svg`<g class=${role ? `role-${role}` : ''} data-part=${part ?? nothing}>
        <text x=${left - GAP} y=${middle + 5} font-size=${size} text-anchor="end">${svgText(text)}</text>
        <rect class="mark-bar" x=${left} y=${middle - 0.32 * pitch} width=${long}
          height=${0.64 * pitch} rx="3" />
        <text x=${left + long + GAP} y=${middle + 5} font-size=${size}>${svgText(says)}</text>
      </g>`;
    })}
  </g>`;
}
