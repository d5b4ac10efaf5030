import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { pageClock } from '../stage/clock';
import { copyText } from './copy';
import { PageElement } from './page-element';

/** A button that copies a text and says so; where copying is refused it shows the text, selected. */
@customElement('unfold-copy')
export class CopyButton extends PageElement {
  @property() label = 'Copy';
  /** The text, asked for when the button is pressed. */
  @property({ attribute: false }) text: () => string = () => '';
  @state() private outcome?: 'copied' | 'refused';

  protected override render(): TemplateResult {
    return html`<button type="button" class="button" @click=${this.copy}>
        <span aria-live="polite">${this.outcome === 'copied' ? 'Copied' : this.label}</span>
      </button>
      ${
        this.outcome === 'refused'
          ? html`<label class="copied"
              >Copy it by hand:
              <textarea
                class="field"
                readonly
                rows="2"
                @focus=${select}
                .value=${this.text()}
              ></textarea>
            </label>`
          : nothing
      }`;
  }

  private async copy(): Promise<void> {
    this.outcome = (await copyText(this.text())) ? 'copied' : 'refused';
    await this.updateComplete;
    if (this.outcome === 'refused') this.querySelector('textarea')?.focus();
    else pageClock.after(1600, () => (this.outcome = undefined));
  }
}

const select = (event: Event): void => (event.target as HTMLTextAreaElement).select();

declare global {
  interface HTMLElementTagNameMap {
    'unfold-copy': CopyButton;
  }
}
