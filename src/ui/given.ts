import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Session } from '../scene/session';
import { drag } from '../stage/drag';
import type { Param } from '../state/params';
import './cells';
import { fromSlider, hasSlider, nudged, toSlider } from './nudge';

/** The control of one given, and everything it needs to know. */
interface Given {
  readonly session: Session;
  readonly name: string;
  readonly param: Param;
  /** What stands in the field, good or bad. */
  readonly text: string;
  /** What is wrong with it, as a sentence. */
  readonly fault: string | undefined;
  readonly id: string;
}

/** A given where it is asked for: its label, its field, and what is wrong with it. */
export function givenControl(
  session: Session,
  name: string,
  prefix: string,
  { slider = false } = {},
): TemplateResult {
  const param = session.scene.params[name];
  const { texts, problems } = session.snapshot;
  const problem = problems.find(({ field }) => field === name);
  const given: Given = {
    session,
    name,
    param,
    text: texts[name],
    fault: problem && faultOf(param.label, problem.message),
    id: `${prefix}-${name}`,
  };
  return html`<span class="given given-${param.control}" data-part=${name}>
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

const equals = html`<span aria-hidden="true">=</span>`;

/** A label such as `w0` is set as the formulas set it: a slanted letter and its index. */
export function symbol(label: string): TemplateResult {
  const [, letter, index] = /^([A-Za-z])(\d*)$/.exec(label) ?? [];
  if (!letter) return html`${label}`;
  return html`<span class="symbol letter"
    >${letter}${index ? html`<sub>${index}</sub>` : nothing}</span
  >`;
}

const roleOf = ({ role }: Param): string => (role ? `role-${role}` : '');

const label = ({ id, param }: Given): TemplateResult =>
  html`<label for=${id} id="${id}-label" class=${roleOf(param)} @click=${focusField}
    >${symbol(param.label)}</label
  >`;

/** Browsers focus their own fields when a label is pressed, but not ours. */
const focusField = ({ currentTarget }: Event): void =>
  (currentTarget as HTMLLabelElement).control?.focus();

const describedBy = ({ fault, id }: Given): string | typeof nothing =>
  fault ? `${id}-fault` : nothing;

const invalid = ({ fault }: Given): 'true' | 'false' => (fault ? 'true' : 'false');

const write = ({ session, name }: Given, text: string, commit: boolean): void =>
  session.edit({ [name]: text }, commit);

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

function numberField(given: Given): TemplateResult {
  const { param, id, text, session, name } = given;
  const value = (): number => session.snapshot.values[name] as number;
  const onKey = (event: KeyboardEvent): void => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined;
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    write(given, param.print(nudged(param, value(), direction)), !event.repeat);
  };
  return html`<label
      for=${id}
      class="scrub ${roleOf(param)}"
      title="Drag sideways to change"
      @pointerdown=${(event: PointerEvent) => scrub(event, given)}
      >${symbol(param.label)}</label
    >${equals}<input
      class="field number"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      spellcheck="false"
      id=${id}
      name=${name}
      style="--chars: ${Math.min(14, text.length)}"
      .value=${live(text)}
      aria-invalid=${invalid(given)}
      aria-describedby=${describedBy(given)}
      @input=${(event: Event) => write(given, valueOf(event), false)}
      @change=${(event: Event) => write(given, valueOf(event), true)}
      @keydown=${onKey}
    />`;
}

/** Pixels of dragging that change a number by one step. */
const PIXELS_A_STEP = 8;

/** Dragging a label sideways changes its number; a press without movement focuses the field. */
function scrub(start: PointerEvent, given: Given): void {
  const { param, session, name } = given;
  let x = session.snapshot.values[name] as number;
  let steps = 0;
  drag(
    start,
    (dx) => {
      for (const goal = Math.round(dx / PIXELS_A_STEP); steps !== goal;) {
        const direction = goal > steps ? 1 : -1;
        steps += direction;
        x = nudged(param, x, direction);
        write(given, param.print(x), false);
      }
    },
    () => {
      if (steps !== 0) write(given, param.print(x), true);
    },
  );
}

/** A slider repeats its field for the hand alone: keyboards and readers of screens use the field. */
function sliderOf(given: Given): TemplateResult {
  const { param, session, name } = given;
  const at = (event: Event): string =>
    param.print(fromSlider(param, Number(valueOf(event)) / 1000));
  return html`<input
    type="range"
    min="0"
    max="1000"
    tabindex="-1"
    aria-hidden="true"
    .value=${live(String(Math.round(toSlider(param, session.snapshot.values[name] as number) * 1000)))}
    @input=${(event: Event) => write(given, at(event), false)}
    @change=${(event: Event) => write(given, at(event), true)}
  />`;
}

function vectorField(given: Given): TemplateResult {
  const { param, id, name, text } = given;
  return html`<unfold-vector
    id=${id}
    name=${name}
    class=${roleOf(param)}
    .label=${param.label}
    .pictured=${name}
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
  const { param, id, name, text } = given;
  return html`<unfold-matrix
    id=${id}
    name=${name}
    class=${roleOf(param)}
    .label=${param.label}
    .pictured=${name}
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
      ${known ? nothing : html`<option value=${text} selected>${text}</option>`}
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

function textField(given: Given): TemplateResult {
  const { id, name, text } = given;
  return html`${label(given)}${equals}<input
      class="field"
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

/** `lr must be at most 1.`; what quotes the reader stands apart from the label. */
export function faultOf(label: string, message: string): string {
  const said = message.startsWith('“') ? `${label}: ${message}` : `${label} ${message}`;
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
