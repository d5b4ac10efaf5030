import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { showValue } from '../../math/format';
import { markNumbers, plainDigits, readable } from '../../scene/mark';
import { precisionRule, readTypedNumber } from '../../scene/mark-numbers';
import type { PredictionKind } from '../../scene/prediction-kind';
import { labelled, spoken } from '../prediction-label';

/** One number. */
const number: PredictionKind = {
  field: (field) =>
    labelled(
      field,
      html`<input
        class="field number"
        type="text"
        id=${field.id}
        data-predict=${field.prediction.answer}
        autocomplete="off"
        spellcheck="false"
        aria-label=${spoken(field)}
        aria-describedby=${field.describedBy}
        style="--chars: ${Math.min(14, Math.max(6, field.written.length))}"
        .value=${live(field.written)}
        @input=${({ target }: Event) => field.write((target as HTMLInputElement).value)}
      />`,
    ),
  mark: (written, asked) =>
    readable(
      () => readTypedNumber(written),
      (typed) => markNumbers(typed, asked),
    ),
  rule: ({ answer }) => precisionRule(answer.format),
  typed: (value, { format }) => plainDigits(showValue(value, format)),
};

export default number;
