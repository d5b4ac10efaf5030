import { html, nothing, type TemplateResult } from 'lit';
import type { Asked, PredictionField } from '../scene/prediction-kind';
import { plainText } from '../solution/math-text';
import { plainSymbol } from '../solution/symbol';
import { focusField } from './given-field';
import { inline, mathText } from './math';

/** A control with the symbol it is asked under in front: `w₁ = …`. */
export function labelled(field: PredictionField, control: TemplateResult): TemplateResult {
  const { prediction, answer, id } = field;
  const { tex } = prediction;
  const front = tex
    ? html`<label class="symbol" for=${id} @click=${focusField}
          ><span ${inline(tex)} aria-hidden="true" translate="no"></span
          ><span class="sr-only">${spoken(field)}</span></label
        ><span aria-hidden="true">=</span>`
    : nothing;
  return html`<span class="given"
    >${front} ${control}${answer.unit ? html` <span>${answer.unit}</span>` : nothing}</span
  >`;
}

/** The label of a field as a reader of screens hears it. */
export const spoken = ({ prediction }: Asked): string => plainText(prediction.label);

/** What is asked, in words, where the symbol in front of the field does not say as much. */
export function askedInWords({ prediction }: Asked): TemplateResult | typeof nothing {
  const { tex, label } = prediction;
  if (tex && plainSymbol(tex) === plainText(label)) return nothing;
  return html`<span>${mathText(label)}</span>`;
}
