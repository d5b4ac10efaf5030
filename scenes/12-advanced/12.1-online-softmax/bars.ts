import { covered, nothing, svg, type SVGTemplateResult } from '../../../src/author';
import type { Layout } from './layout';
import type { Model } from './model';
import { terms, type Motion, type Term } from './motion';
import { lowered } from './script';

/** A stretch of a bar: one score's term, from one number to another. */
interface Piece {
  readonly i: number;
  readonly from: number;
  readonly to: number;
}

/** Positive terms to the right of 0 one after the other, negative ones to the left. */
function stack(list: readonly Term[], pick: (term: Term) => number): Piece[] {
  let [right, left] = [0, 0];
  return list.map((term) => {
    const size = pick(term);
    if (size < 0) return { i: term.i, from: (left += size), to: left - size };
    return { i: term.i, from: right, to: (right += size) };
  });
}

/** The furthest that a bar reaches to the left and right of 0 after any block. */
function reach(model: Model, pick: (term: Term) => number): readonly [number, number] {
  let [low, high] = [0, 0];
  model.blocks.forEach((_, block) => {
    const all = terms(model, { block, arrived: 1, rescaled: 1, joined: 1 }).map(pick);
    low = Math.min(
      low,
      all.filter((x) => x < 0).reduce((a, b) => a + b, 0),
    );
    high = Math.max(
      high,
      all.filter((x) => x > 0).reduce((a, b) => a + b, 0),
    );
  });
  return high > low ? [low, high] : [0, 1];
}

/** What the sums are made of: a piece for each score, all shrinking when the maximum moves. */
export function bars(
  model: Model,
  layout: Layout,
  now: Motion,
  feeding: readonly string[],
): SVGTemplateResult {
  const { bars: box, unit } = layout;
  const moving = terms(model, now);
  const height = Math.min(46 * unit, (box.height - 62 * unit) / 2);
  const left = box.x + 30 * unit;
  const right = box.x + box.width - 14 * unit;
  const bar = (name: 'l' | 'o', index: number): SVGTemplateResult => {
    const pick = (term: Term): number => term[name];
    const [low, high] = reach(model, pick);
    const x = (value: number): number => left + ((value - low) / (high - low)) * (right - left);
    const y = box.y + 34 * unit + index * (height + 12 * unit);
    const sum = moving.reduce((total, term) => total + pick(term), 0);
    return svg`
      <text class=${`row-name role-${name === 'l' ? 'activation' : 'value'}`}
        x=${box.x + 4 * unit} y=${y + height / 2} font-size=${19 * unit}>${name}</text>
      <rect class="track" x=${left} y=${y} width=${right - left} height=${height}
        rx=${6 * unit} />
      ${stack(moving, pick).map((p) => piece(p, name, x(p.from), x(p.to), y, height, unit, feeding))}
      <line class="zero" x1=${x(0)} x2=${x(0)} y1=${y - 4 * unit} y2=${y + height + 4 * unit} />
      ${
        low < 0 && now.block >= 0
          ? svg`<path class="reader" d=${`M${x(sum)} ${y + height + 1} l${5 * unit} ${8 * unit} h${-10 * unit} z`} />`
          : nothing
      }`;
  };
  return svg`
    <text class="panel-title" x=${box.x + 4 * unit} y=${box.y + 16 * unit} font-size=${16 * unit}
      >What the sums are made of</text>
    ${bar('l', 0)} ${bar('o', 1)}`;
}

function piece(
  { i }: Piece,
  name: 'l' | 'o',
  from: number,
  to: number,
  y: number,
  height: number,
  unit: number,
  feeding: readonly string[],
): SVGTemplateResult {
  const part = `term.${i}`;
  const width = Math.max(0, to - from);
  const shade = i % 2 === 0 ? 'even' : 'odd';
  const feeds = covered(part, feeding) ? ' feeds' : '';
  return svg`<g class=${`cell term ${name} ${shade}${feeds}`} data-part=${part}>
    <rect class="cell-box" x=${from} y=${y} width=${width} height=${height} rx=${Math.min(5, width / 3)} />
    ${
      width > 26 * unit
        ? svg`<text class="cell-number" x=${from + width / 2} y=${y + height / 2} font-size=${15 * unit}
            >${lowered('s', i)}</text>`
        : nothing
    }
  </g>`;
}
