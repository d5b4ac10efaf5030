import { html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../scene/snapshot';
import { letterOf } from '../solution/symbol';
import type { Param } from '../state/params';

/** Where givens are kept and written: the session of an exercise, or that of another page. */
export interface Editable {
  readonly snapshot: Pick<Snapshot, 'values' | 'texts' | 'problems' | 'idle'>;
  edit(texts: Readonly<Record<string, string>>, commit: boolean): void;
}

/** The control of one given, and everything it needs to know. */
export interface Given {
  readonly session: Editable;
  readonly name: string;
  readonly param: Param;
  /** What stands in the field, good or bad. */
  readonly text: string;
  /** What is wrong with it, as a sentence. */
  readonly fault: string | undefined;
  readonly id: string;
  /** Kept low, in the strip above a presented picture. */
  readonly slim: boolean;
}

export const equals = html`<span aria-hidden="true">=</span>`;

/** A label such as `w0` is set as the formulas set it: a slanted letter and its index. */
export function symbol(label: string): TemplateResult {
  const symbol = letterOf(label);
  if (!symbol) return html`${label}`;
  const { letter, index } = symbol;
  // As in formulas, a Greek capital stands upright.
  const upright = /\p{Lu}/u.test(letter) && /\p{Script=Greek}/u.test(letter);
  return html`<span class="symbol letter ${upright ? 'upright' : ''}" translate="no"
    >${letter}${index ? html`<sub>${index}</sub>` : nothing}</span
  >`;
}

export const roleOf = ({ role }: Param): string => (role ? `role-${role}` : '');

export const label = ({ id, param }: Given): TemplateResult =>
  html`<label for=${id} id="${id}-label" class=${roleOf(param)} @click=${focusField}
    >${symbol(param.label)}</label
  >`;

/** Browsers focus their own fields when a label is pressed, but not ours. */
export const focusField = ({ currentTarget }: Event): void =>
  (currentTarget as HTMLLabelElement).control?.focus();

export const describedBy = ({ fault, id }: Given): string | typeof nothing =>
  fault ? `${id}-fault` : nothing;

export const invalid = ({ fault }: Given): 'true' | 'false' => (fault ? 'true' : 'false');

export const write = ({ session, name }: Given, text: string, commit: boolean): void =>
  session.edit({ [name]: text }, commit);

export const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** `lr must be at most 1.`; what quotes the reader stands apart from the label. */
export function faultOf(label: string, message: string): string {
  const said = message.startsWith('“') ? `${label}: ${message}` : `${label} ${message}`;
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
