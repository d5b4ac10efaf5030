import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { isMatrix, isVector, numbersOf, type Value } from '../math/value';
import type { Answer, Prediction } from '../scene/contract';
import { mark, type Mark } from '../scene/mark';
import type { Session } from '../scene/session';
import type { Snapshot } from '../scene/snapshot';
import type { PageStorage } from '../state/storage';
import './cells';
import { answerOutput } from './answers';
import { icons } from './icons';
import { storePrediction, storedPrediction, markSolved } from './progress';
import { inline } from './math';
import { freshId, PageElement } from './page-element';

/** Answers with more numbers than this are predicted and shown as text. */
const MOST_CELLS = 36;

/** A field for each answer the exercise asks to be predicted, and what is said of what is written. */
@customElement('unfold-predictions')
export class Predictions extends PageElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) snapshot!: Snapshot;
  @property({ attribute: false }) storage!: PageStorage;
  @state() private written: Readonly<Record<string, string>> = {};
  @state() private marks: Readonly<Record<string, Mark>> = {};
  private readonly ids = freshId();
  private predictions: readonly Prediction[] = [];
  /** The model the fields were laid out for. */
  private model: unknown;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('snapshot') || this.snapshot.model === this.model) return;
    const { scene } = this.session;
    this.model = this.snapshot.model;
    this.predictions = scene.predictions?.(this.model) ?? [];
    this.marks = {};
    // What was written about other numbers is not about these; what was kept for these is.
    const stored = this.predictions.map(({ answer }) => [
      answer,
      storedPrediction(this.storage, scene, this.snapshot, answer) ?? '',
    ]);
    this.written = Object.fromEntries(stored) as Record<string, string>;
    for (const prediction of this.predictions) {
      if (this.written[prediction.answer]) this.check(prediction, false);
    }
  }

  protected override render(): TemplateResult {
    const { answers } = this.snapshot;
    if (this.predictions.length === 0) return html``;
    return html`<section class="predict" aria-label="Predictions">
      <div class="rows">
        ${this.predictions.map((prediction) => {
          const answer = answers.find(({ name }) => name === prediction.answer)!;
          return this.row(answer, prediction);
        })}
      </div>
      <button type="button" class="button attempt-check" @click=${this.checkAll}>Check</button>
    </section>`;
  }

  private row(answer: Answer, prediction: Prediction): TemplateResult {
    const revealed = this.session.shows(answer.name);
    return html`<div class="answer ${revealed ? 'revealed' : ''}" data-part=${answer.name}>
      <span class="attempt" @keydown=${(e: KeyboardEvent) => this.onKey(e, prediction)}>
        ${this.field(prediction, answer)}
      </span>
      <span class="said">
        ${this.verdict(this.marks[prediction.answer])}
        <span class="came-out" ?hidden=${!revealed}>
          <span class="lead-in">${prediction.kind === 'choice' ? 'Answer:' : 'It is'}</span>
          ${answerOutput(this.session, answer, prediction.label)}
        </span>
      </span>
    </div>`;
  }

  private verdict(said: Mark | undefined): TemplateResult {
    const icon = said && (isRight(said) ? icons.tick : nothing);
    return html`<span class="verdict ${said?.verdict ?? ''}" role="status"
      >${said ? html`${icon} ${said.message}` : nothing}</span
    >`;
  }

  private field(prediction: Prediction, answer: Answer): TemplateResult {
    const { answer: name, tex, label } = prediction;
    const id = `${this.ids}-${name}`;
    const front = html`<label class="symbol" for=${id}
        ><span ${inline(tex ?? '')} aria-hidden="true"></span
        ><span class="sr-only">${label}</span></label
      ><span aria-hidden="true">=</span>`;
    return html`<span class="given">${front} ${this.input(prediction, answer.value, id)}</span>`;
  }

  private input(prediction: Prediction, truth: Value, id: string): TemplateResult {
    const { answer, kind, label, choices } = prediction;
    const written = this.written[answer];
    const said = this.marks[answer];
    const onInput = (event: Event): void => {
      this.write(answer, (event.target as HTMLInputElement).value);
    };
    const cells = numbersOf(truth).length;
    if (kind === 'choice') {
      return html`<select
        class="field"
        id=${id}
        autocomplete="off"
        aria-label=${label}
        .value=${live(written)}
        @change=${onInput}
      >
        <option value="">choose …</option>
        ${Object.entries(choices ?? {}).map(
          ([word, shown]) =>
            html`<option value=${word} ?selected=${word === written}>${shown}</option>`,
        )}
      </select>`;
    }
    if (kind === 'matrix' && isMatrix(truth) && cells <= MOST_CELLS && truth[0].length <= 6) {
      return html`<unfold-matrix
        id=${id}
        fixed
        .label=${label}
        .marks=${said?.entries}
        .value=${written || blank(truth.length, truth[0].length)}
        @input=${onInput}
      ></unfold-matrix>`;
    }
    if (kind === 'vector' && isVector(truth) && cells <= 8) {
      return html`<unfold-vector
        id=${id}
        fixed
        .label=${label}
        .marks=${said?.entries}
        .value=${written || blank(1, cells)}
        @input=${onInput}
      ></unfold-vector>`;
    }
    return html`<input
      class="field ${kind === 'number' ? 'number' : ''}"
      type="text"
      id=${id}
      autocomplete="off"
      spellcheck="false"
      aria-label=${label}
      style="--chars: 6"
      .value=${live(written)}
      @input=${onInput}
    />`;
  }

  private write(answer: string, text: string): void {
    this.written = { ...this.written, [answer]: text };
    const { [answer]: _, ...marks } = this.marks;
    this.marks = marks;
  }

  private onKey(event: KeyboardEvent, prediction: Prediction): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.check(prediction);
  }

  private checkAll(): void {
    const tried = this.predictions.filter(({ answer }) => /[^,;\s]/.test(this.written[answer]));
    for (const prediction of tried.length > 0 ? tried : this.predictions) this.check(prediction);
  }

  private check(prediction: Prediction, keeping = true): void {
    const { scene } = this.session;
    const { model, answers } = this.snapshot;
    const { answer: name } = prediction;
    const answer = answers.find((candidate) => candidate.name === name)!;
    const written = this.written[name];
    const said = mark(prediction, written, answer, scene.slips ?? [], model);
    this.marks = { ...this.marks, [name]: said };
    if (!keeping) return;
    storePrediction(this.storage, scene, this.snapshot, name, written);
    const right = (p: Prediction): boolean => isRight(this.marks[p.answer]);
    if (this.predictions.every(right)) {
      markSolved(this.storage, scene.card.number);
      this.dispatchEvent(new Event('unfold-progress', { bubbles: true }));
    }
  }
}

const isRight = (said: Mark | undefined): boolean =>
  said?.verdict === 'right' || said?.verdict === 'early';

const blank = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => ','.repeat(columns - 1)).join(';');

declare global {
  interface HTMLElementTagNameMap {
    'unfold-predictions': Predictions;
  }
}
