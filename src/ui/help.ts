import { html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { PageStorage } from '../state/storage';
import { bindings, type ListedKey } from './keys';
import { freshId, PageElement } from './page-element';

/** Whether single letters are keys; on unless the reader turned them off. */
export const lettersOn = (storage: PageStorage): boolean => storage.get('letters') !== 'off';

/** The list of keys, with the switch that turns single letters off. */
@customElement('unfold-help')
export class Help extends PageElement {
  @property({ attribute: false }) storage!: PageStorage;
  /** Those of an exercise unless said. */
  @property({ attribute: false }) keys: readonly ListedKey[] = bindings;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  private readonly titleId = freshId();

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { storage, keys } = this;
    return html`<dialog aria-labelledby=${this.titleId}>
      <h2 id=${this.titleId}>Keys</h2>
      <dl>
        ${keys.map(
          ({ shown, does }) =>
            html`<dt><kbd>${shown}</kbd></dt>
              <dd>${does}</dd>`,
        )}
      </dl>
      <label class="switch">
        <input
          type="checkbox"
          autocomplete="off"
          .checked=${lettersOn(storage)}
          @change=${(event: Event) =>
            storage.set('letters', (event.target as HTMLInputElement).checked ? 'on' : 'off')}
        />
        Single letters are keys
      </label>
      <div class="actions">
        <button type="button" class="button strong" @click=${() => this.dialog.close()}>
          Close
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-help': Help;
  }
}
