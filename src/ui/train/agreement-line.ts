import { html, nothing, type TemplateResult } from 'lit';
import type { Agreement } from '../../compute/compute';
import { print, significant, show } from '../../math/format';
import { COMPARED_STEPS } from '../../train/agreement';
import { mathText } from '../math';

/** The next power of ten above a difference: how large it is, without digits that mean nothing. */
const below = (x: number): string => `$10^{${Math.floor(Math.log10(x)) + 1}}$`;

/** How near the running device is to float64, over the first steps. */
export function agreementLine(agreement: Agreement | undefined): TemplateResult | typeof nothing {
  if (!agreement) return nothing;
  const { largest, limit, holds, compared } = agreement;
  const output = (text: string): TemplateResult =>
    html`<output
      name="agreement"
      translate="no"
      aria-live="off"
      data-value=${print(largest)}
      data-limit=${print(limit)}
      >${mathText(text)}</output
    >`;
  if (holds) {
    const less = largest > 0 ? `differ by less than ${below(largest)}` : 'do not differ';
    return html`<p class="hint agreement">
      Checked against a reference in float64: after ${COMPARED_STEPS} steps its ${compared} weights
      ${output(less)}. Rounding explains up to ${show(limit, significant(2))}.
    </p>`;
  }
  return html`<p class="hint agreement">
    After ${COMPARED_STEPS} steps the weights differ from a reference in float64 by
    ${output(show(largest, significant(2)))}, more than the ${show(limit, significant(2))} that one
    rounding explains: with these settings small differences grow from step to step.
  </p>`;
}
