import { svg, type Box, type SVGTemplateResult, type Unfolding } from '../../../src/author';
import type { Model } from './model';
import { STAGES } from './recording';

const HEAD = 34;

/** Who has which method: a row for each part and one for the sequence. */
export function methods(
  { recording: { shared } }: Model,
  unfolding: Unfolding,
  { x, y, width, height }: Box,
): { content: SVGTemplateResult; height: number } {
  const rows = [...STAGES, 'the sequence'];
  const pitch = Math.min(72, (height - HEAD) / rows.length);
  const label = Math.min(150, width * 0.3);
  const column = Math.min(150, (width - label) / shared.length);
  const left = x + (width - label - column * shared.length) / 2;
  const middle = (i: number): number => left + label + column * (i + 0.5);
  return {
    height: HEAD + rows.length * pitch,
    content: svg`<g class="pipe-methods" data-part="stages">
      ${shared.map((method, i) => svg`<text class="head" x=${middle(i)} y=${y + 18} font-size="16">${method}</text>`)}
      ${rows.map((row, i) => {
        const top = y + HEAD + i * pitch;
        const come = unfolding.sweep('interface', i, rows.length);
        return svg`<line x1=${left} x2=${left + label + column * shared.length} y1=${top} y2=${top} />
          <text x=${left} y=${top + pitch / 2} font-size="16">${row}</text>
          ${shared.map(
            (_, j) => svg`<text class="has" x=${middle(j)} y=${top + pitch / 2} font-size="18"
            opacity=${come}>✓</text>`,
          )}`;
      })}
    </g>`,
  };
}
