import { nothing, svg, type Box, type Role, type SVGTemplateResult } from '../../../src/author';
import './square.css';

const MARKS: Readonly<Record<string, { text: string; role: Role } | undefined>> = {
  agent: { text: 'A', role: 'activation' },
  tools: { text: 'T', role: 'weight' },
  answer: { text: '✓', role: 'activation' },
};

/** A step of a run, or one that is still open. */
export function square(
  { x, y, width, height }: Box,
  kind: string,
  part?: string,
  failed = false,
): SVGTemplateResult {
  const mark = MARKS[kind];
  const state = failed ? 'failed' : mark ? mark.role : 'open';
  return svg`<g class=${`react-step ${state}`} data-part=${part ?? nothing}>
    <rect x=${x} y=${y} width=${width} height=${height} rx="5" />
    <text class=${mark ? `role-${mark.role}` : nothing} x=${x + width / 2} y=${y + height / 2}
      font-size="14">${mark?.text ?? ''}</text>
  </g>`;
}
