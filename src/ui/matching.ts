import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { plainText } from '../solution/math-text';
import { drag } from '../stage/drag';
import { mathText } from './math';
import { freshId, PageElement } from './page-element';
import './styles/matching.css';

/** Something to be matched, and what it can be matched with: names and what the reader sees. */
export interface Pair {
  readonly label: string;
  readonly choices: readonly (readonly [name: string, shown: string])[];
}

/**
 * Pairs to be made: one control, whose `value` has the name chosen for each, split by commas. What
 * can be chosen also lies there as cards, to be dragged onto what it belongs to.
 */
@customElement('unfold-matching')
export class Matching extends PageElement {
  @property({ attribute: false }) pairs: readonly Pair[] = [];
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) describedBy = '';
  /** Whether the cards lie here; a picture may have them instead. */
  @property({ attribute: false }) cards = true;
  /** Which pairs are right, once they have been marked. */
  @property({ attribute: false }) marks: readonly boolean[] | undefined;
  @state() private text = '';
  /** The pair that a card is held over. */
  @state() private over?: number | undefined;
  private readonly ids = freshId();

  get value(): string {
    return this.text;
  }

  set value(text: string) {
    this.text = text;
  }

  private get chosen(): string[] {
    const names = this.text.split(',').map((name) => name.trim());
    return this.pairs.map((_, i) => names[i] ?? '');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'group');
  }

  override focus(): void {
    this.querySelector('select')?.focus();
  }

  protected override render(): TemplateResult {
    const { pairs, chosen, cards } = this;
    const all = new Map(pairs.flatMap(({ choices }) => choices));
    return html`${pairs.map((pair, i) => this.row(pair, chosen[i], i))}
    ${
      cards
        ? html`<div class="cards">
            ${[...all].map(
              ([name, shown]) =>
                html`<span
                  class="card"
                  @pointerdown=${(event: PointerEvent) => this.hold(event, name)}
                  >${mathText(shown)}</span
                >`,
            )}
          </div>`
        : nothing
    }`;
  }

  private row({ label, choices }: Pair, chosen: string, i: number): TemplateResult {
    const { marks, over } = this;
    const said = marks && (marks[i] ? 'right' : 'wrong');
    return html`<div class="pair ${over === i ? 'over' : ''} ${said ?? ''}" data-pair=${i}>
      <label for="${this.ids}-${i}">${mathText(label)}</label>
      <select
        class="field"
        id="${this.ids}-${i}"
        autocomplete="off"
        aria-label="${this.label}: ${plainText(label)}${said ? `, ${said}` : ''}"
        aria-describedby=${this.describedBy}
        .value=${live(chosen)}
        @input=${(event: Event) => {
          event.stopPropagation();
          this.choose(i, (event.target as HTMLSelectElement).value);
        }}
        @change=${(event: Event) => event.stopPropagation()}
      >
        <option value="">choose …</option>
        ${choices.map(
          ([name, shown]) =>
            html`<option value=${name} ?selected=${name === chosen}>${plainText(shown)}</option>`,
        )}
      </select>
    </div>`;
  }

  private choose(i: number, name: string): void {
    const names = this.chosen.with(i, name);
    this.text = names.every((each) => each === '') ? '' : names.join(',');
    for (const type of ['input', 'change']) {
      this.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }

  /** A card follows the pointer, and is matched with what it is let go over. */
  private hold(start: PointerEvent, name: string): void {
    if (start.button !== 0) return;
    const card = start.currentTarget as HTMLElement;
    card.classList.add('held');
    drag(
      start,
      (dx, dy, event) => {
        card.style.translate = `${dx}px ${dy}px`;
        this.over = this.pairUnder(event, name);
      },
      (event) => {
        card.classList.remove('held');
        card.style.translate = '';
        const pair = event.type === 'pointerup' ? this.pairUnder(event, name) : undefined;
        this.over = undefined;
        if (pair !== undefined) this.choose(pair, name);
      },
    );
  }

  /** The pair under the pointer that takes this card; the card itself is seen through. */
  private pairUnder({ clientX, clientY }: PointerEvent, name: string): number | undefined {
    const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-pair]');
    if (!row || !this.contains(row)) return undefined;
    const index = Number(row.dataset.pair);
    return this.pairs[index].choices.some(([each]) => each === name) ? index : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-matching': Matching;
  }
}
