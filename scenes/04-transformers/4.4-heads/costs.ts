import {
  nothing,
  svg,
  svgText,
  type Box,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { sayFlops } from './flow';
import { costOf, divisorsOf, totalOf, type Cost, type Model } from './model';

const PARTS: readonly { readonly part: keyof Cost; readonly step: string; readonly role: Role }[] =
  [
    { part: 'projections', step: 'projections', role: 'input' },
    { part: 'attention', step: 'attention', role: 'activation' },
    { part: 'output', step: 'output', role: 'value' },
  ];

/** Numbers of heads that are compared at the end, beside one and that of the exercise. */
const COMPARED = 5;
const NAMES = 70;
const HEAD = 24;
/** Room for a count behind its bar. */
const NUMBER = 102;

/** FLOPs to scale: a bar for each number of heads, which grows part by part. */
export function costs(model: Model, unfolding: Unfolding, box: Box): SVGTemplateResult {
  const { heads, flops_multi, flops_single } = model;
  const all = comparedWith(model);
  const pitch = Math.min(46, (box.height - HEAD) / all.length);
  const full = box.width - NAMES - NUMBER;
  const last = unfolding.progress('ratio');
  const grown = (count: number, step: string): number =>
    count === heads ? unfolding.progress(step) : count === 1 ? unfolding.progress('single') : last;
  return svg`
    <text x=${box.x + 2} y=${box.y + 15} font-size="15">FLOPs, to scale</text>
    ${all.map((count, i) => {
      const y = box.y + HEAD + i * pitch;
      const own = count === heads;
      const cost = costOf({ ...model, heads: count }, model.d_model / count);
      const total = totalOf(cost);
      let x = box.x + NAMES;
      return svg`<g data-part=${own ? 'flops_multi' : count === 1 ? 'flops_single' : 'ratio'}>
        <text x=${box.x + 2} y=${y + pitch / 2 + 5} font-size="14" font-weight=${own ? 600 : nothing}>${count === 1 ? '1 head' : `${count} heads`}</text>
        ${PARTS.map(({ part, step, role }) => {
          const width =
            (full * cost[part] * grown(count, step)) / Math.max(flops_multi, flops_single);
          x += width;
          return svg`<rect class=${`mark-bar role-${role}`} x=${x - width} y=${y + 4} width=${width} height=${pitch - 8} />`;
        })}
        ${
          (own ? unfolding.shown('output') : grown(count, 'single') === 1)
            ? svg`<text x=${x + 6} y=${y + pitch / 2 + 5} font-size="14">${svgText(sayFlops(total))}</text>`
            : nothing
        }
      </g>`;
    })}
`;
}

/** One head, that of the exercise, and others around it that share the width evenly. */
function comparedWith(model: Model): number[] {
  const { heads } = model;
  const others = divisorsOf(model)
    .filter((count) => count !== 1 && count !== heads)
    .sort((a, b) => Math.abs(Math.log(a / heads)) - Math.abs(Math.log(b / heads)));
  const few = [...new Set([heads, 1])];
  return [...few, ...others.slice(0, COMPARED - few.length)].sort((a, b) => a - b);
}
