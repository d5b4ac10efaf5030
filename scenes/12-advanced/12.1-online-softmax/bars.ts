import { nothing, svg, svgMath, type Box, type SVGTemplateResult } from '../../../src/author';
import type { Model } from './model';
import { terms, type Motion, type Term } from './motion';

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
  const pieces = model.blocks.flatMap((_, block) =>
    stack(terms(model, { block, rescaled: 1, joined: 1 }), pick),
  );
  const low = Math.min(0, ...pieces.map(({ from }) => from));
  const high = Math.max(0, ...pieces.map(({ to }) => to));
  return high > low ? [low, high] : [0, 1];
}

/** What the sums are made of: a piece for each score, all shrinking when the maximum moves. */
export function bars(model: Model, box: Box, now: Motion): SVGTemplateResult {
  const moving = terms(model, now);
  const height = Math.min(40, (box.height - 38) / 2);
  const [left, right] = [box.x + 30, box.x + box.width - 14];
  const bar = (name: 'l' | 'o', index: number): SVGTemplateResult => {
    const pick = (term: Term): number => term[name];
    const [low, high] = reach(model, pick);
    const x = (value: number): number => left + ((value - low) / (high - low)) * (right - left);
    const y = box.y + 22 + index * (height + 9);
    const sum = moving.reduce((total, term) => total + pick(term), 0);
    return svg`
      <text class=${`row-name role-${name === 'l' ? 'activation' : 'value'}`}
        x=${box.x + 4} y=${y + height / 2} font-size="19">${svgMath(name === 'l' ? '\\ell' : 'o')}</text>
      <rect class="track" x=${left} y=${y} width=${right - left} height=${height} rx="6" />
      ${stack(moving, pick).map(({ i, from, to }) => piece(i, name, x(from), x(to) - x(from), y, height))}
      <line class="zero" x1=${x(0)} x2=${x(0)} y1=${y - 4} y2=${y + height + 4} />
      ${
        low < 0 && now.block >= 0
          ? svg`<path class="reader" d=${`M${x(sum)} ${y + height + 1} l5 8 h-10 z`} />`
          : nothing
      }`;
  };
  return svg`
    <text class="row-says" x=${box.x + 4} y=${box.y + 8} font-size="15">What the sums are made of</text>
    ${bar('l', 0)} ${bar('o', 1)}`;
}

const piece = (
  i: number,
  name: 'l' | 'o',
  x: number,
  width: number,
  y: number,
  height: number,
): SVGTemplateResult =>
  svg`<g class=${`cell term ${name} ${i % 2 === 0 ? 'even' : 'odd'}`} data-part=${`term.${i}`}>
    <rect class="cell-box" x=${x} y=${y} width=${width} height=${height} rx=${Math.min(5, width / 3)} />
    ${
      width > 26
        ? svg`<text class="cell-number" x=${x + width / 2} y=${y + height / 2} font-size="15">${svgMath(`s_${i}`)}</text>`
        : nothing
    }
  </g>`;
