import { nothing, show, svg, type SVGTemplateResult } from '../../../src/author';
import type { Layout } from './layout';
import type { Model } from './model';
import type { Motion } from './motion';
import { compact, raised } from './script';
import { LARGEST, SMALLEST, fate } from './naive';

/** The line reaches a little past both ends of float32, where 0 and ∞ stand. */
const ENDS = [Math.log10(SMALLEST), Math.log10(LARGEST)] as const;
const BEYOND = 4;

const TICKS = [-38, 0, 38];

/** Where a sum stands, as a power of ten; 0 and ∞ past the ends. */
function place10(sum: number): number {
  if (sum === 0) return ENDS[0] - BEYOND;
  return Number.isFinite(sum) ? Math.log10(sum) : ENDS[1] + BEYOND;
}

/** The naive sum and l on the numbers that float32 has: one may leave them, the other cannot. */
export function numberLine(model: Model, layout: Layout, now: Motion): SVGTemplateResult {
  const { numbers: box, unit } = layout;
  const left = box.x + 66 * unit;
  const right = box.x + box.width - 16 * unit;
  const [low, high] = [ENDS[0] - BEYOND - 2, ENDS[1] + BEYOND + 2];
  const x = (power: number): number => left + ((power - low) / (high - low)) * (right - left);
  const spacing = Math.min(56 * unit, (box.height - 62 * unit) / 2);
  const axis = box.y + 30 * unit + 2 * spacing;
  const wall = (power: number, width: number): SVGTemplateResult => svg`
    <rect class="beyond" x=${width < 0 ? x(power) + width : x(power)} y=${box.y + 26 * unit}
      width=${Math.abs(width)} height=${axis - box.y - 26 * unit} />
    <line class="wall" x1=${x(power)} x2=${x(power)} y1=${box.y + 26 * unit} y2=${axis} />`;
  const sums = {
    naive: model.naive.map(({ sum }) => sum),
    l: model.l,
  };
  const row = (name: 'naive' | 'l', index: number): SVGTemplateResult => {
    const y = box.y + 26 * unit + (index + 0.66) * spacing;
    return svg`
      <text class=${`row-name role-${name === 'l' ? 'activation' : 'gradient'}`} x=${box.x + 4 * unit}
        y=${y} font-size=${16 * unit}>${name}</text>
      <line class="guide" x1=${left} x2=${right} y1=${y} y2=${y} />
      ${marker(sums[name], name, now, x, y, unit, (left + right) / 2)}`;
  };
  return svg`
    <text class="panel-title" x=${box.x + 4 * unit} y=${box.y + 16 * unit} font-size=${16 * unit}
      >In float32: naive ${raised('Σ e', 's')}, and l</text>
    ${wall(ENDS[0], left - x(ENDS[0]))} ${wall(ENDS[1], right - x(ENDS[1]))}
    <line class="wall thin" x1=${left} x2=${right} y1=${axis} y2=${axis} />
    ${TICKS.map(
      (power) => svg`
        <line class="wall thin" x1=${x(power)} x2=${x(power)} y1=${axis} y2=${axis + 5 * unit} />
        <text class="tick" x=${x(power)} y=${axis + 21 * unit} font-size=${15 * unit}
          >${power === 0 ? '1' : raised('10', String(power).replace('-', '−'))}</text>`,
    )}
    ${row('naive', 0)} ${row('l', 1)}`;
}

/** Where a sum stands now, where it stood after earlier blocks, and what it comes to. */
function marker(
  sums: readonly number[],
  name: 'naive' | 'l',
  now: Motion,
  x: (power: number) => number,
  y: number,
  unit: number,
  middle: number,
): SVGTemplateResult | typeof nothing {
  if (now.block < 0) return nothing;
  const to = place10(sums[now.block]);
  const from = now.block > 0 ? place10(sums[now.block - 1]) : to;
  const at = x(from + (to - from) * now.joined);
  const side = at > middle ? 'end' : 'start';
  const shift = (side === 'end' ? -14 : 14) * unit;
  const role = name === 'l' ? 'role-activation' : 'role-gradient';
  return svg`
    ${sums
      .slice(0, now.block)
      .map(
        (sum) =>
          svg`<circle class=${`past ${role}`} cx=${x(place10(sum))} cy=${y} r=${4 * unit} />`,
      )}
    <g data-part=${`${name === 'l' ? 'l' : 'naive'}.${now.block}`} opacity=${now.block > 0 ? 1 : now.joined}>
      <circle class=${role} cx=${at} cy=${y} r=${8 * unit} />
      ${
        now.joined === 1
          ? svg`<text class="marker-says" x=${at + shift} y=${y - 8 * unit} text-anchor=${side}
              font-size=${14.5 * unit}>${saying(sums[now.block], name)}</text>`
          : nothing
      }
    </g>`;
}

function saying(sum: number, name: 'naive' | 'l'): SVGTemplateResult {
  if (name === 'l') return svg`${show(sum)}`;
  switch (fate({ sum, out: 0 })) {
    case 'overflow':
      return svg`∞: ∞/∞ is not a number`;
    case 'underflow':
      return svg`0: 0/0 is not a number`;
    case 'fine':
      return compact(sum);
  }
}
