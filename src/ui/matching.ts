import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { plainText } from '../solution/math-text';
import { carry } from '../stage/carry';
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
    const { marks } = this;
    const said = marks && (marks[i] ? 'right' : 'wrong');
    return html`<div class="pair" data-said=${said ?? nothing} data-pair=${i}>
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

  /** A card is matched with what it is let go over, if it can be. */
  private hold(start: PointerEvent, name: string): void {
    carry(start, '[data-pair]', (row) => {
      const i = Number(row.dataset.pair);
      const takes = this.pairs[i].choices.some(([each]) => each === name);
      if (this.contains(row) && takes) this.choose(i, name);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-matching': Matching;
  }
}
