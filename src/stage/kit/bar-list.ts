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
/** How high a row is at least and at most, and one whose name stands above its bar. */
const ROW = { least: 20, most: 30, stacked: 46 };

/**
 * A list of names with a bar each, below a title: as many as there is room for. Names too long for half
 * of the room stand above their bars, unless more rows matter more than longer bars.
 */
export function barList(
  title: string,
  all: readonly BarListEntry[],
  box: Box,
  { dense = false } = {},
): SVGTemplateResult {
  const { x, y, width } = box;
  const height = box.height - HEAD;
  const isStacked = !dense && widest(all, 'text', SMALL) > width / 2;
  const entries = all.slice(0, Math.floor(height / (isStacked ? ROW.stacked : ROW.least)));
  const pitch = isStacked ? ROW.stacked : Math.min(ROW.most, height / entries.length);
  const size = pitch > 23 ? NORMAL : SMALL;
  const names = isStacked ? 0 : widest(entries, 'text', size) + GAP;
  const room = Math.max(0, width - names - widest(entries, 'says', size) - 2 * GAP);
  return svg`<g class="bar-list">
    <text font-weight="600" x=${x} y=${y + 16} font-size=${NORMAL}>${svgText(title)}</text>
    ${entries.map(({ text, share, says, role, part }, i) => {
      const top = y + HEAD + i * pitch;
      const high = isStacked ? 16 : 0.64 * pitch;
      const middle = isStacked ? top + 34 : top + pitch / 2;
      const long = Math.max(1, share * room);
      return svg`<g class=${role ? `role-${role}` : ''} data-part=${part ?? nothing}>
        <text x=${isStacked ? x : x + names - GAP} y=${isStacked ? top + 17 : middle + 5}
          font-size=${size} text-anchor=${isStacked ? 'start' : 'end'}>${svgText(text)}</text>
        <rect class="mark-bar" x=${x + names} y=${middle - high / 2} width=${long} height=${high} rx="3" />
        <text x=${x + names + long + GAP} y=${middle + 5} font-size=${size}>${svgText(says)}</text>
      </g>`;
    })}
  </g>`;
}

const widest = (entries: readonly BarListEntry[], column: 'text' | 'says', size: number): number =>
  Math.max(0, ...entries.map((entry) => textWidth(entry[column], size)));
