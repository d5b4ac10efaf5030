import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { markWord, readable } from '../../scene/mark';
import type { PredictionKind } from '../../scene/prediction-kind';
import { plainText } from '../../solution/math-text';
import { BadValue } from '../../state/bad-value';
import { labelled, spoken } from '../prediction-label';

/** One of a few words. */
const choice: PredictionKind = {
  field: (field) =>
    labelled(
      field,
      html`<select
        class="field"
        id=${field.id}
        data-predict=${field.prediction.answer}
        autocomplete="off"
        aria-label=${spoken(field)}
        aria-describedby=${field.describedBy}
        .value=${live(field.written)}
        @input=${({ target }: Event) => field.write((target as HTMLSelectElement).value)}
      >
        <option value="">choose …</option>
        ${Object.entries(field.prediction.choices ?? {}).map(
          ([word, shown]) =>
            html`<option value=${word} ?selected=${word === field.written}>
              ${plainText(shown)}
            </option>`,
        )}
      </select>`,
    ),
  mark: (written, asked) =>
    readable(
      () => chosen(written),
      (word) => markWord(word, asked),
    ),
  typed: String,
};

/** A word that was chosen; nothing chosen is not wrong. */
function chosen(word: string): string {
  if (word === '') throw new BadValue('is still open; choose one');
  return word;
}

export default choice;
