import {
  MINUS,
  show,
  significant,
  svg,
  svgText,
  type Box,
  type Role,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Deviation } from './tally';

export interface FateRow extends Deviation {
  readonly name: string;
  readonly role?: Role;
}

/** Bars of deviations have room from this width on. */
const ROOMY = 460;
const HEAD = 26;
/** Standard deviations that a bar has room for, to either side. */
const REACH = 3;

/** A row for each fate: what was expected, what was counted, and how unusual that is. */
export function fatesTable(rows: readonly FateRow[], box: Box): SVGTemplateResult {
  const pitch = (box.height - HEAD) / rows.length;
  const roomy = box.width >= ROOMY;
  const [expected, counted] = roomy ? [0.36, 0.57] : [0.52, 0.79];
  const columns = [expected, counted].map((share) => box.x + share * box.width);
  const unit = (box.width * 0.4 - 8) / (2 * REACH);
  const middle = box.x + box.width * 0.6 + REACH * unit;
  const end = box.x + box.width - 4;
  return svg`<g font-size="14">
    ${['expected', 'counted'].map((head, i) => svg`<text class="explanation" x=${columns[i]} y=${box.y + 14} text-anchor="end">${head}</text>`)}
    <text class="explanation" x=${roomy ? middle : end} y=${box.y + 14} text-anchor=${roomy ? 'middle' : 'end'}>${svgText('off, in $\\sigma$')}</text>
    ${
      roomy
        ? svg`<path class="axes" stroke="var(--rule)" d=${[-2, 0, 2].map((z) => `M${middle + z * unit} ${box.y + 22}V${box.y + box.height}`).join('')} />`
        : ''
    }
    ${rows.map((row, i) => {
      const y = box.y + HEAD + (i + 0.5) * pitch;
      return svg`<g class=${row.role ? `role-${row.role}` : ''}>
        <text x=${box.x} y=${y + 5} font-size="15">${row.name}</text>
        <text x=${columns[0]} y=${y + 5} text-anchor="end">${whole(row.expected)}</text>
        <text x=${columns[1]} y=${y + 5} text-anchor="end">${whole(row.observed)}</text>
        ${
          roomy
            ? deviationBar(row, { middle, unit, y })
            : svg`<text x=${end} y=${y + 5} text-anchor="end">${signed(row)}</text>`
        }
      </g>`;
    })}
  </g>`;
}

function deviationBar(
  row: FateRow,
  { middle, unit, y }: { middle: number; unit: number; y: number },
): SVGTemplateResult {
  const z = inSigmas(row);
  const tip = middle + Math.max(-REACH, Math.min(REACH, z)) * unit;
  // Beyond the reach the number stands inside, on the other side of the middle.
  const beyond = Math.abs(z) > REACH - 0.8;
  const outward = z < 0 !== beyond;
  return svg`<rect class="mark-bar" x=${Math.min(middle, tip)} width=${Math.abs(tip - middle)} y=${y - 9} height="18" />
    <text x=${(beyond ? middle : tip) + (outward ? -6 : 6)} y=${y + 5}
      text-anchor=${outward ? 'end' : 'start'}>${signed(row)}</text>`;
}

const inSigmas = ({ off, usual }: Deviation): number => (usual > 0 ? off / usual : 0);

function signed(row: Deviation): string {
  const z = inSigmas(row);
  return `${z < 0 ? MINUS : z > 0 ? '+' : ''}${show(Math.abs(z), significant(2))}`;
}

const whole = (x: number): string => Math.round(x).toLocaleString('en');
