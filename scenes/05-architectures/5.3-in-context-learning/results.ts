import {
  carried,
  cell,
  eased,
  landed,
  svg,
  svgText,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Layout } from './layout';
import type { Model } from './model';
import { errors } from './solution';

/** One who says something of the query, the step that says it, and the step that says how far off. */
interface Result {
  readonly name: string;
  readonly role?: Role;
  readonly says: 'truth' | 'icl_prediction' | 'least_squares_prediction' | 'classifier_label';
  readonly error?: 'icl_error' | 'least_squares_error' | 'classifier_error';
  readonly steps: readonly [says: string, error: string];
}

const RESULTS: readonly Result[] = [
  { name: 'truth', role: 'value', says: 'truth', steps: ['icl_error', 'icl_error'] },
  {
    ...{ name: 'decoder', role: 'activation', says: 'icl_prediction', error: 'icl_error' },
    steps: ['prediction', 'icl_error'],
  },
  {
    ...{ name: 'least squares', says: 'least_squares_prediction', error: 'least_squares_error' },
    steps: ['least_squares', 'least_squares'],
  },
  {
    ...{ name: 'classifier', role: 'weight', says: 'classifier_label', error: 'classifier_error' },
    steps: ['classifier', 'classifier'],
  },
];

/** What each says of the query, and how far off it is. */
export function results(model: Model, unfolding: Unfolding, layout: Layout): SVGTemplateResult {
  const { x, y } = layout.results;
  const head = (column: 'says' | 'error', text: string): SVGTemplateResult => {
    const box = layout.result(0, column);
    return svg`<text class="block-says" x=${box.x + box.width / 2} y=${y + 15} font-size="14">${text}</text>`;
  };
  return svg`
    ${head('says', 'says')} ${head('error', 'error²')}
    ${RESULTS.map(({ name, role, says, error, steps }, i) => {
      const [said, off] = [layout.result(i, 'says'), layout.result(i, 'error')];
      // Both in one step: first what it says, then how far off that is.
      const together = steps[0] === steps[1] && error !== undefined;
      const come = unfolding.progress(steps[0], 0, together ? 0.5 : 1);
      const erred = unfolding.progress(steps[1], together ? 0.5 : 0, 1);
      return svg`
        <text class=${role ? `label strong role-${role}` : 'label strong'} x=${x}
          y=${said.y + said.height / 2 + 5} font-size="15">${svgText(name)}</text>
        ${cell(said, { value: model[says], part: says, role, visible: landed(come) })}
        ${
          error &&
          svg`${cell(off, { value: model[error], part: error, role: 'gradient', format: errors, visible: landed(erred) })}
            ${carried(eased(erred, 0, 0.8), [said, off], model[says])}
            ${carried(eased(erred, 0, 0.8), [layout.result(0, 'says'), off], model.truth)}`
        }`;
    })}`;
}
