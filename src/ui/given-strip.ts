import { html, type TemplateResult } from 'lit';
import type { Session } from '../scene/session';
import { givenControl } from './given';
import { equals, roleOf, symbol } from './given-field';

/** The givens above a presented picture, editable at every step; those that change nothing are left out. */
export function givenStrip(session: Session, ids: string): TemplateResult {
  const { idle, problems } = session.snapshot;
  const names = Object.keys(session.scene.params).filter(
    (name) => !idle.includes(name) || problems.some(({ field }) => field === name),
  );
  return html`<div class="strip" role="group" aria-label="Givens">
    ${names.map((name) => givenControl(session, name, ids, { slim: true }))}
  </div>`;
}

/** A given in the problem's sentence as words, while its control stands in the strip. */
export function givenWords(session: Session, name: string): TemplateResult {
  const { texts, idle } = session.snapshot;
  if (idle.includes(name)) return html``;
  const param = session.scene.params[name];
  const text = texts[name];
  const label = html`<span class=${roleOf(param)}>${symbol(param.label)}</span>`;
  const said = {
    number: () => html`${label} ${equals} ${text.replace('-', '−')}`,
    vector: () => html`${label} ${equals} (${text.replaceAll('-', '−').replaceAll(',', ', ')})`,
    // The picture shows its numbers.
    matrix: () => label,
    choice: () => html`${label} (${param.choices?.[text] ?? text})`,
    boolean: () => html`${param.label} (${text === 'true' ? 'on' : 'off'})`,
    text: () => html`${label} “${text}”`,
  }[param.control];
  return html`<span class="given-words" data-part=${name} translate="no">${said()}</span>`;
}
