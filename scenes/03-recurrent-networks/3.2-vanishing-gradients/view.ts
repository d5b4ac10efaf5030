import {
  html,
  nothing,
  picture,
  progress,
  svg,
  type Frame,
  type Stage,
  type SVGTemplateResult,
  type View,
} from '../../../src/author';
import { linearChart, logChart } from './curves';
import { equation } from './equation';
import { explain } from './explain';
import { layout, type Layout } from './layout';
import type { Givens, Model } from './model';
import { row } from './row';
import { steps } from './solution';
import './view.css';

/** One factor a step: the equation, a row of fading cells, and the decay on two kinds of axis. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

function draw(model: Model, t: number, frame: Frame<Givens>) {
  const { unit } = frame;
  const place = layout(frame.width, frame.height, unit);
  return html`
    <svg class="picture vanishing" width=${place.width} height=${place.height}>
      ${equation(model, t, place, frame)} ${row(model, t, place, unit)}
      ${linearChart(model, t, place, frame)} ${logChart(model, t, place, frame)}
      ${verdict(model, t, place, unit)}
      <text
        class="explanation"
        x=${place.width / 2}
        y=${place.foot}
        text-anchor="middle"
        font-size=${17 * unit}
      >
        ${explain(model, frame.pointed, t)}
      </text>
    </svg>
  `;
}

const proofs = {
  vanishes: 'proved: the bound is below 1',
  holds: 'the bound is exactly 1',
  explodes: 'not proved: only the bound grows',
} as const;

/** The verdict, in the corner of the linear chart that the curve leaves free. */
function verdict(
  model: Model,
  t: number,
  { linear }: Layout,
  unit: number,
): SVGTemplateResult | typeof nothing {
  const shown = progress(t, steps.verdict - 1, steps.verdict);
  if (shown === 0) return nothing;
  const grows = model.verdict === 'explodes';
  const x = grows ? linear.x + 90 * unit : linear.x + linear.width - 26 * unit;
  const y = linear.y + (model.verdict === 'holds' ? 120 : 70) * unit;
  const word = grows ? 'can explode' : model.verdict;
  return svg`<g class="verdict" data-part="verdict" opacity=${shown} text-anchor=${grows ? 'start' : 'end'}>
    <text x=${x} y=${y} font-size=${26 * unit}>${word}</text>
    <text class="proof" x=${x} y=${y + 26 * unit} font-size=${16 * unit}>${proofs[model.verdict]}</text>
    <text class="proof" x=${x} y=${y + 48 * unit} font-size=${16 * unit}>the truth lies in the shade</text>
  </g>`;
}
