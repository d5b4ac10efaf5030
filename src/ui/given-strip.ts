import { html, type TemplateResult } from 'lit';
import type { Session } from '../scene/session';
import { givenControl } from './given';
import { equals, roleOf, symbol } from './given-field';

/**
 * The givens above a presented picture, editable at every step; those that change nothing are left out.
 * At scale they are those of the program, with the few by hand that it uses.
 */
export function givenStrip(session: Session, ids: string): TemplateResult {
  const { scene, snapshot } = session;
  const { tab, idle, problems } = snapshot;
  const isScale = tab === 'scale';
  const all = isScale
    ? [...(scene.scale?.uses ?? []), ...Object.keys(scene.scale?.params ?? {})]
    : Object.keys(scene.params);
  const names = all.filter(
    (name) => !idle.includes(name) || problems.some(({ field }) => field === name),
  );
  return html`<div class="strip ${isScale ? 'of-program' : ''}" role="group" aria-label="Givens">
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
