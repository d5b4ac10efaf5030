import { svg, type SVGTemplateResult } from 'lit';
import type { Role } from '../../math/role';
import { svgText, SMALL, textWidth } from './text';

/** A line of a legend: how something is drawn, and its name. */
export interface KeyEntry {
  readonly text: string;
  readonly role?: Role;
  readonly kind: 'line' | 'dashed' | 'dotted' | 'dot' | 'area';
}

const SAMPLE = 22;
const LINE = 22;

const samples: Readonly<Record<KeyEntry['kind'], (y: number) => SVGTemplateResult>> = {
  line: (y) => svg`<path class="mark-line" d=${`M0 ${y}h${SAMPLE}`} />`,
  dashed: (y) => svg`<path class="mark-line dashed" d=${`M0 ${y}h${SAMPLE}`} />`,
  dotted: (y) => svg`<path class="mark-line dotted" d=${`M0 ${y}h${SAMPLE}`} />`,
  dot: (y) => svg`<circle class="mark-dot" cx=${SAMPLE / 2} cy=${y} r="4.5" />`,
  area: (y) => svg`<rect class="mark-band" y=${y - 6} width=${SAMPLE} height="12" rx="3" />`,
};

/** A legend, one entry a line, with its upper right corner at (x, y). */
export function key(entries: readonly KeyEntry[], x: number, y: number): SVGTemplateResult {
  const wide = Math.max(...entries.map(({ text }) => textWidth(text, SMALL)));
  return svg`<g class="legend" transform=${`translate(${x - wide - SAMPLE - 8} ${y})`}>
    ${entries.map(
      ({ text, role, kind }, i) => svg`<g class=${role ? `role-${role}` : ''}>
        ${samples[kind](LINE * i + LINE / 2)}
        <text x=${SAMPLE + 8} y=${LINE * i + LINE / 2 + 5} font-size=${SMALL}>${svgText(text)}</text>
      </g>`,
    )}
  </g>`;
}
