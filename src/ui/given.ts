import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { paramsOf } from '../scene/contract';
import type { Session } from '../scene/session';
import type { Param } from '../state/params';
import { shorten } from '../state/read';
import './cells';
import {
  describedBy,
  equals,
  faultOf,
  invalid,
  label,
  roleOf,
  valueOf,
  write,
  type Editable,
  type Given,
} from './given-field';
import { numberField, sliderOf } from './given-number';
import { hasSlider } from './nudge';

interface Place {
  /** A slider beside a number with two ends. */
  readonly slider?: boolean;
  readonly slim?: boolean;
}

/** A given where it is asked for: its label, its field, and what is wrong with it. */
export const givenControl = (
  session: Session,
  name: string,
  prefix: string,
  place: Place = {},
): TemplateResult =>
  paramControl(session, paramsOf(session.scene)[name], { name, prefix, ...place });

/** The same for a page that is no exercise. */
export function paramControl(
  session: Editable,
  param: Param,
  {
    name,
    prefix,
    slider = false,
    slim = false,
  }: Place & { readonly name: string; readonly prefix: string },
): TemplateResult {
  const { texts, problems, idle } = session.snapshot;
  const problem = problems.find(({ field }) => field === name);
  const given: Given = {
    session,
    name,
    param,
    text: texts[name],
    fault: problem && faultOf(param.label, problem.message),
    id: `${prefix}-${name}`,
    slim,
  };
  const dimmed = idle.includes(name) && !problem ? ' idle' : '';
  return html`<span class="given given-${param.control}${dimmed}" data-part=${name}>
    ${fields[param.control](given)}${slider && hasSlider(param) ? sliderOf(given) : nothing}
    ${
      given.fault ? html`<span class="fault" id="${given.id}-fault">${given.fault}</span>` : nothing
    }
  </span>`;
}

const fields: Record<Param['control'], (given: Given) => TemplateResult> = {
  number: numberField,
  vector: (given) => html`${label(given)}${equals}${vectorField(given)}`,
  matrix: (given) => html`${label(given)}${equals}${matrixField(given)}`,
  choice: choiceField,
  boolean: booleanField,
  text: textField,
};

function vectorField(given: Given): TemplateResult {
  const { param, id, name, text, slim } = given;
  return html`<unfold-vector
    id=${id}
    name=${name}
    class=${roleOf(param)}
    .label=${param.label}
    .pictured=${name}
    .slim=${slim}
    .least=${[1, param.minLength ?? 1]}
    .most=${[1, param.maxLength ?? 8]}
    .value=${text}
    aria-labelledby="${id}-label"
    aria-invalid=${invalid(given)}
    aria-describedby=${describedBy(given)}
    @input=${(event: Event) => write(given, valueOf(event), false)}
    @change=${(event: Event) => write(given, valueOf(event), true)}
  ></unfold-vector>`;
}

function matrixField(given: Given): TemplateResult {
  const { param, id, name, text, slim } = given;
  return html`<unfold-matrix
    id=${id}
    name=${name}
    class=${roleOf(param)}
    .label=${param.label}
    .pictured=${name}
    .slim=${slim}
    .most=${[param.maxRows ?? 6, param.maxColumns ?? 6]}
    .value=${text}
    aria-labelledby="${id}-label"
    aria-invalid=${invalid(given)}
    aria-describedby=${describedBy(given)}
    @input=${(event: Event) => write(given, valueOf(event), false)}
    @change=${(event: Event) => write(given, valueOf(event), true)}
  ></unfold-matrix>`;
}

function choiceField(given: Given): TemplateResult {
  const { param, id, name, text } = given;
  const choices = Object.entries(param.choices ?? {});
  const known = choices.some(([word]) => word === text);
  return html`${label(given)}<select
      id=${id}
      name=${name}
      .value=${live(text)}
      aria-invalid=${invalid(given)}
      aria-describedby=${describedBy(given)}
      @change=${(event: Event) => write(given, valueOf(event), true)}
    >
      ${known ? nothing : html`<option value=${text} selected>${shorten(text)}</option>`}
      ${choices.map(
        ([word, shown]) => html`<option value=${word} ?selected=${word === text}>${shown}</option>`,
      )}
    </select>`;
}

function booleanField(given: Given): TemplateResult {
  const { param, id, name, text } = given;
  return html`<label for=${id} class=${roleOf(param)}
    ><input
      type="checkbox"
      id=${id}
      name=${name}
      .checked=${live(text === 'true')}
      aria-invalid=${invalid(given)}
      aria-describedby=${describedBy(given)}
      @change=${(event: Event) =>
        write(given, String((event.target as HTMLInputElement).checked), true)}
    />${param.label}</label
  >`;
}

/** Characters from which a text is more than a line of words. */
const A_LINE = 200;

function textField(given: Given): TemplateResult {
  const { id, name, text, param } = given;
  return html`${label(given)}${equals}<input
      class=${(param.maxLength ?? 0) > A_LINE ? 'field long' : 'field'}
      type="text"
      autocomplete="off"
      spellcheck="false"
      id=${id}
      name=${name}
      .value=${live(text)}
      aria-invalid=${invalid(given)}
      aria-describedby=${describedBy(given)}
      @input=${(event: Event) => write(given, valueOf(event), false)}
      @change=${(event: Event) => write(given, valueOf(event), true)}
    />`;
}
