import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { plainText } from '../solution/math-text';
import { mathText } from './math';
import { freshId, PageElement } from './page-element';

/** Whole sentences, of which one is chosen: a form control whose `value` is the name of one. */
@customElement('unfold-sentences')
export class Sentences extends PageElement {
  @property({ attribute: false }) choices: readonly (readonly [name: string, sentence: string])[] =
    [];
  @state() private chosen = '';
  private readonly group = freshId();

  get value(): string {
    return this.chosen;
  }

  set value(name: string) {
    this.chosen = name;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'radiogroup');
  }

  override focus(): void {
    this.querySelector<HTMLElement>('input:checked, input')?.focus();
  }

  protected override render(): TemplateResult {
    return html`${this.choices.map(
      ([name, sentence]) =>
        html`<label class="sentence">
          <input
            type="radio"
            name=${this.group}
            aria-label=${plainText(sentence)}
            .checked=${name === this.chosen}
            @input=${(event: Event) => this.choose(event, name)}
            @change=${(event: Event) => event.stopPropagation()}
          />
          <span>${mathText(sentence)}</span>
        </label>`,
    )}`;
  }

  private choose(event: Event, name: string): void {
    event.stopPropagation();
    this.chosen = name;
    for (const type of ['input', 'change']) {
      this.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-sentences': Sentences;
  }
}
