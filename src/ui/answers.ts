import { html, nothing, type TemplateResult } from 'lit';
import { print, showValue } from '../math/format';
import { isWords } from '../math/value';
import { plainText } from '../solution/math-text';
import type { Answer } from '../scene/contract';
import type { Session } from '../scene/session';
import { symbol } from './given-field';
import { mathText } from './math';

/**
 * An answer: in the page from the start, with its value in full; seen once a step reveals it, as its
 * value or as `special` says.
 */
export function answerOutput(
  session: Session,
  answer: Answer,
  label: string,
  special?: TemplateResult,
): TemplateResult {
  const { name, value, format, unit, words } = answer;
  const shown = session.shows(name);
  const said = isWords(value)
    ? value.map((word) => words?.[word] ?? word).join(', ')
    : words?.[String(value)];
  return html`<output
      name=${name}
      translate="no"
      aria-live="off"
      aria-label=${label}
      data-value=${print(value)}
      ?hidden=${!shown}
      >${special ?? said ?? showValue(value, format)}</output
    >${unit ? html` <span ?hidden=${!shown}>${unit}</span>` : nothing}`;
}

/** The answers nobody was asked to predict, in one list under the solution. */
export function otherAnswers(session: Session): TemplateResult {
  const { model, answers } = session.snapshot;
  const predicted = (session.scene.predictions?.(model) ?? []).map(({ answer }) => answer);
  const others = answers.filter(({ name }) => !predicted.includes(name));
  const shown = others.some(({ name }) => session.shows(name));
  return html`<section class="answers" aria-label="Answers so far" ?hidden=${!shown}>
    ${others.map(
      (answer) =>
        html`<p class="answer" data-part=${answer.name} ?hidden=${!session.shows(answer.name)}>
          <span class="name">${answer.label ? mathText(answer.label) : symbol(answer.name)} =</span>
          ${answerOutput(session, answer, answer.label ? plainText(answer.label) : answer.name)}
        </p>`,
    )}
  </section>`;
}
