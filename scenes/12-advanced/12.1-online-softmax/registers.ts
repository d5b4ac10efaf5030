import { nothing, show, svg, type SVGTemplateResult, type Tint } from '../../../src/author';
import { cell } from './cell';
import type { Layout } from './layout';
import type { Model } from './model';
import { visible, type Motion } from './motion';
import { differenceFormat, steps } from './solution';

const TINTS: Readonly<Record<'m' | 'rescale' | 'l' | 'o', Tint>> = {
  m: { by: 'nothing' },
  rescale: { by: 'nothing' },
  l: { by: 'role', role: 'activation' },
  o: { by: 'role', role: 'value' },
};

/** The three registers and the factor on the old sums, a column after each block. */
export function registers(
  model: Model,
  layout: Layout,
  now: Motion,
  feeding: readonly string[],
): SVGTemplateResult[] {
  return (['m', 'rescale', 'l', 'o'] as const).flatMap((name) => {
    const full = Math.max(1e-12, ...model[name].map(Math.abs));
    return model[name].map((value, b) =>
      cell(
        {
          at: layout.register(b, name),
          value,
          full,
          tint: TINTS[name],
          part: `${name}.${b}`,
          visible: visible(now, b, name),
          short: name === 'm' || name === 'rescale',
          sign: name === 'rescale' ? '×' : '',
          feeding,
        },
        layout,
      ),
    );
  });
}

/** The streamed result, and beside it the direct one: weights, mean, and what is between them. */
export function results(
  model: Model,
  layout: Layout,
  t: number,
  feeding: readonly string[],
): SVGTemplateResult {
  const at = steps(model);
  const { unit, row } = layout;
  const appeared = (step: number): number => Math.min(1, Math.max(0, t - step + 1));
  const weights = model.direct_weights.map((value, i) =>
    cell(
      {
        at: layout.score(i, 'direct_weights'),
        value,
        full: 1,
        tint: { by: 'share' },
        part: `direct_weights.${i}`,
        visible: appeared(at.direct),
        feeding,
      },
      layout,
    ),
  );
  const result = (part: 'out' | 'direct', heading: string, step: number) => {
    const spot = layout[part];
    return svg`
      <text class="result-name" x=${spot.x + spot.width / 2} y=${spot.y - 9 * unit}
        font-size=${16 * unit}>${heading}</text>
      ${cell(
        {
          at: spot,
          value: model[part],
          full: 1,
          tint: { by: 'nothing' },
          part,
          visible: appeared(step),
          feeding,
        },
        layout,
      )}`;
  };
  const { direct } = layout;
  const below = direct.y + row + 24 * unit;
  return svg`
    ${weights}
    ${result('out', 'out = o / l', at.out)}
    ${result('direct', 'direct', at.direct)}
    ${
      t >= at.direct - 1e-9
        ? svg`<text class="result-name mark-text" data-part="difference"
            x=${direct.x + direct.width / 2} y=${below} font-size=${16 * unit}
            >differ by ${show(model.difference, differenceFormat)}</text>`
        : nothing
    }`;
}
