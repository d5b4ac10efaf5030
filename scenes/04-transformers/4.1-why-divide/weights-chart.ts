import {
  bars,
  drawLabels,
  nothing,
  placed,
  plot,
  show,
  svg,
  type Box,
  type Frame,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Givens, Model } from './model';

/** The weights of eight keys, how undecided they are, and how much a score still moves them. */
export function weightsChart(
  model: Model,
  unfolding: Unfolding,
  which: 'raw' | 'divided',
  box: Box,
  { id }: Frame<Givens>,
): SVGTemplateResult {
  const { raw, divided, scaled } = model;
  const { weights, entropy, gradient } = model[which];
  const isRaw = which === 'raw';
  const grown = unfolding.progress(isRaw ? 'saturates' : 'restored');
  const says = isRaw || !scaled ? 'not divided' : 'divided by $\\sqrt{d_k}$';
  const chart = plot({
    // Room below for the numbers of the keys.
    box: { ...box, height: box.height - 20 },
    id: id(which),
    x: { domain: [0, weights.length], ticks: 0 },
    y: { domain: [0, 1], label: box.width > 260 ? `weights of keys, ${says}` : says, ticks: 3 },
  });
  // The second chart begins as the first and is evened out.
  const from = isRaw ? weights.map(() => 0) : raw.weights;
  const shown = [
    unfolding.shown(isRaw ? 'saturates' : 'restored') && {
      text: `entropy ${show(entropy)}`,
      part: `${which}.entropy`,
    },
    unfolding.shown(isRaw ? 'vanishes' : 'restored') && {
      ...{
        text: `gradient ${show(gradient)}`,
        part: `${which}.gradient`,
        role: 'gradient' as const,
      },
    },
  ].filter((label) => label !== false);
  const { area } = chart;
  // Words stand where the tallest bar does not.
  const tallest = (isRaw ? raw : divided).weights.indexOf((isRaw ? raw : divided).largest);
  const left = tallest >= weights.length / 2;
  return svg`${chart.axes}
    ${bars(
      chart,
      weights.map((p, j) => ({
        ...{ from: j, to: j + 1, role: 'activation', part: `${which}.${j}` },
        value: from[j] + (p - from[j]) * grown,
      })),
      6,
    )}
    ${weights.map(
      (_, j) => svg`<text class="axis-label" x=${chart.x(j + 0.5)} y=${area.y + area.height + 18}
        font-size="14" text-anchor="middle">${j}</text>`,
    )}
    ${
      shown.length > 0
        ? drawLabels(
            placed(
              shown.map((label, i) => ({
                ...{ ...label, needed: true },
                spots: [
                  {
                    x: left ? area.x + 10 : area.x + area.width - 8,
                    y: area.y + 22 + 22 * i,
                    anchor: left ? ('start' as const) : ('end' as const),
                  },
                ],
              })),
              area,
            ),
          )
        : nothing
    }`;
}
