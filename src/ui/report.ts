import { html, type TemplateResult } from 'lit';
import './copy-button';

/** What a reader may send us when something broke; nothing is sent by itself. */
export function reportOf(error: unknown, link: string): string {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [`Link: ${link}`, `Browser: ${navigator.userAgent}`, said].join('\n');
}

/** In place of what could not be shown: a sentence, and the report. */
export const failureNotice = (sentence: string, error: unknown, link: string): TemplateResult =>
  html`<div class="failure">
    <p role="alert">${sentence}</p>
    <unfold-copy label="Copy report" .text=${() => reportOf(error, link)}></unfold-copy>
  </div>`;
