import { html, nothing, type TemplateResult } from 'lit';
import './copy-button';

/** What a reader may send us when something broke; nothing is sent by itself. */
function reportOf(error: unknown, link: string): string {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [`Link: ${link}`, `Browser: ${navigator.userAgent}`, said].join('\n');
}

/** What failed to load, asked for again. */
export const tryAgain = (again: () => void): TemplateResult =>
  html`<button type="button" class="button strong" @click=${again}>Try again</button>`;

/** In place of what could not be shown: a sentence, another attempt where one may help, the report. */
export const failureNotice = (
  sentence: string,
  error: unknown,
  link: string,
  again?: () => void,
): TemplateResult =>
  html`<div class="failure">
    <p role="alert">${sentence}</p>
    ${again ? tryAgain(again) : nothing}
    <unfold-copy label="Copy report" .text=${() => reportOf(error, link)}></unfold-copy>
  </div>`;
