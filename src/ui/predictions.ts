import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Plain } from '../sandbox/messages';
import type { Card } from '../scene/contract';
import { Predicting, revealingStep, type AskedKind } from '../scene/predicting';
import { isRight, type PredictionKind } from '../scene/prediction-kind';
import type { Session } from '../scene/session';
import type { Snapshot } from '../scene/snapshot';
import type { PageStorage } from '../state/storage';
import { answerOutput } from './answers';
import { icons } from './icons';
import { loadKind } from './kinds';
import { mathText } from './math';
import { freshId, PageElement } from './page-element';
import { askedInWords, spoken } from './prediction-label';
import { keepPredictions, keptPredictions, markSolved } from './progress';
import { failureNotice } from './report';
import { whatNext } from './what-next';

/** A field for each answer the exercise asks to be predicted, and what is said of what is written. */
@customElement('unfold-predictions')
export class Predictions extends PageElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) snapshot!: Snapshot;
  @property({ attribute: false }) storage!: PageStorage;
  /** To be called when what is said changes, and with it what the picture highlights. */
  @property({ attribute: false }) changed!: () => void;
  /** The exercise after this one, where the page can go there. */
  @property({ attribute: false }) next?: Card;
  @state() private predicting?: Predicting;
  @state() private failure?: unknown;
  private readonly ids = freshId();
  private readonly kinds = new Map<string, PredictionKind>();
  /** The model the fields were laid out for, and how to keep what is written about it. */
  private model: unknown;
  private keep = (): void => undefined;
  /** What has to end before the fields show the present state. */
  private pending: Promise<unknown> | undefined;
  /** The time at which was last checked: what a hint highlights gives way to the next step. */
  private checkedAt = 0;

  /** Parts of the picture that the hints which stand speak of. */
  get hinted(): readonly string[] {
    const { t, unfolding } = this.snapshot;
    return t === this.checkedAt ? (this.predicting?.hinted(unfolding) ?? []) : [];
  }

  /** What the program written for an answer gave at these givens. */
  recorded(answer: string): Plain | undefined {
    return this.predicting?.recorded(answer);
  }

  /** Whether a program of the learner's is still running. */
  get running(): boolean {
    return this.predicting?.isRunning() ?? false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.predicting?.leave();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    for (;;) {
      const complete = await super.getUpdateComplete();
      const { pending } = this;
      await pending;
      if (pending === this.pending && !this.isUpdatePending) return complete;
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Only a given by hand makes another model: at scale the same fields go on.
    if (changed.has('snapshot') && this.snapshot.model !== this.model) this.ask();
  }

  /** Lays out the fields for the present model; kinds not seen before are loaded first. */
  private ask(): void {
    const { session, snapshot, storage } = this;
    const { scene } = session;
    const { model, values, answers, variant } = snapshot;
    this.model = model;
    const predictions = model === undefined ? [] : (scene.predictions?.(model) ?? []);
    const missing = predictions.map(({ kind }) => kind).filter((name) => !this.kinds.has(name));
    if (missing.length > 0) {
      this.pending = this.load(new Set(missing));
      return;
    }
    const asked = predictions.map((prediction): AskedKind => ({
      prediction,
      kind: this.kinds.get(prediction.kind)!,
      answer: answers.find(({ name }) => name === prediction.answer)!,
      slips: scene.slips ?? [],
      model,
      instance: variant ?? 0,
    }));
    // What was written about other numbers is not about these; what was kept for these is.
    const kept = keptPredictions(storage, scene, values);
    const before = this.predicting;
    before?.leave();
    const predicting = new Predicting(asked, kept, () => this.ran(), before);
    this.predicting = predicting;
    this.keep = () => keepPredictions(storage, scene, values, predicting.toKeep);
    this.pending = predicting.restore().then(this.marked);
  }

  private async load(names: ReadonlySet<string>): Promise<void> {
    try {
      const kinds = await Promise.all([...names].map(loadKind));
      [...names].forEach((name, index) => this.kinds.set(name, kinds[index]));
      this.failure = undefined;
      this.ask();
      this.requestUpdate();
    } catch (error) {
      this.failure = error;
    }
  }

  /** Something was marked: the page says so, and the picture highlights what a hint speaks of. */
  private readonly marked = (): void => {
    this.checkedAt = this.snapshot.t;
    this.requestUpdate();
    if (this.hinted.length > 0) this.changed();
  };

  protected override render(): TemplateResult {
    const { predicting, failure, session } = this;
    if (failure) {
      return failureNotice(
        'The fields for your predictions did not arrive.',
        failure,
        session.link,
        () => {
          this.ask();
          this.changed();
        },
      );
    }
    if (!predicting || predicting.asked.length === 0) return html``;
    return html`<section class="predict" aria-labelledby="${this.ids}-head" @keydown=${this.onKey}>
      <h2 id="${this.ids}-head">
        Predict <span class="lead-in">before you unfold the solution</span>
      </h2>
      <div class="rows">${predicting.asked.map((asked) => this.row(predicting, asked))}</div>
      <div class="close">
        <button type="button" class="button attempt-check" @click=${() => void this.check()}>
          Check
        </button>
        <div role="status">${predicting.solved ? whatNext(session, this.next) : nothing}</div>
      </div>
    </section>`;
  }

  private row(predicting: Predicting, asked: AskedKind): TemplateResult {
    const { answer, kind } = asked;
    const { name } = answer;
    const revealed = this.session.shows(name);
    const mark = predicting.said(name);
    const id = `${this.ids}-${name}`;
    const rule = kind.rule?.(asked);
    return html`<div
      class="answer ${revealed ? 'revealed' : ''}"
      data-part=${name}
      data-verdict=${mark?.verdict ?? nothing}
    >
      <span class="attempt">
        <span class="asks"
          >${askedInWords(asked)}
          ${rule ? html`<span class="rule" id="${id}-rule">${rule}</span>` : nothing}</span
        >
        ${kind.field({
          ...asked,
          id,
          describedBy: rule ? `${id}-rule ${id}-said` : `${id}-said`,
          written: predicting.written(name),
          mark,
          attempts: predicting.attempts(name),
          write: (text) => this.write(name, text),
        })}
      </span>
      <span class="said">
        <span class="verdict" id="${id}-said" role="status"
          >${isRight(mark) ? icons.tick : nothing}${
            mark ? mathText(mark.message) : predicting.isRunning(name) ? 'Running …' : nothing
          }</span
        >
        ${mark?.verdict === 'wrong' ? this.nudge(name) : nothing}
        <span class="came-out" ?hidden=${!revealed}>
          <span class="lead-in">Answer:</span>
          ${answerOutput(this.session, answer, spoken(asked), kind.shown?.(asked))}
        </span>
      </span>
    </div>`;
  }

  /** The way to the step that answers a field; none where the solution stays folded. */
  private nudge(answer: string): TemplateResult | typeof nothing {
    const { unfolding, solutionHidden } = this.snapshot;
    const number = revealingStep(unfolding, answer);
    const step = unfolding.steps.at(number - 1);
    if (!step || solutionHidden) return nothing;
    return html`<button type="button" class="nudge" @click=${() => this.open(number)}>
      Open step ${number}: ${mathText(step.title)}
    </button>`;
  }

  private open(step: number): void {
    if (this.session.step < step) this.session.seek(step);
    else this.closest('unfold-exercise')?.querySelector(`[data-step="${step}"]`)?.scrollIntoView();
  }

  /** What stands in the field of an answer. */
  written(answer: string): string {
    return this.predicting?.written(answer) ?? '';
  }

  /** Writes into a field. The picture may follow it, and what a hint highlighted goes with the hint. */
  write(answer: string, text: string): void {
    this.predicting?.write(answer, text);
    this.keep();
    this.requestUpdate();
    this.changed();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const pressed = (event.target as HTMLElement).closest('button, a, textarea');
    if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || pressed) return;
    event.preventDefault();
    void this.check();
  };

  private async check(): Promise<void> {
    const { predicting } = this;
    if (!predicting) return;
    this.pending = predicting.check().then(this.marked);
    this.changed();
    await this.pending;
    this.checked();
  }

  /** A program of the learner's has been marked: the picture may draw what it gave. */
  private ran(): void {
    this.marked();
    this.checked();
    this.changed();
  }

  private checked(): void {
    this.keep();
    if (!this.predicting?.solved) return;
    markSolved(this.storage, this.session.scene.card.number);
    this.dispatchEvent(new Event('unfold-progress', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-predictions': Predictions;
  }
}
