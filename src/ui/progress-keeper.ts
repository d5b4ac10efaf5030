import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { cards } from '../scene/registry';
import type { PageStorage } from '../state/storage';
import { PageElement } from './page-element';
import { exportedProgress, importProgress } from './progress-file';
import { saveFile } from './save-file';

/** A file of progress has a line an exercise; what is larger is another file. */
const LARGEST = 100_000;

/** Saves what was done as a file, and takes such a file back. */
@customElement('unfold-progress-keeper')
export class ProgressKeeper extends PageElement {
  @property({ attribute: false }) storage!: PageStorage;
  @state() private says = '';

  protected override render(): TemplateResult {
    return html`<div class="footer">
      <span>What you have done is kept in this browser only.</span>
      <button type="button" class="button" @click=${this.save}>Save as a file</button>
      <button type="button" class="button" @click=${this.choose}>Load a file</button>
      <input
        type="file"
        hidden
        accept="application/json,.json"
        aria-label="File of progress"
        @change=${this.onFile}
      />
      <span role="status">${this.says}</span>
    </div>`;
  }

  private readonly choose = (): void => this.querySelector<HTMLInputElement>('input')!.click();

  private readonly save = (): void => {
    const text = exportedProgress(this.storage, cards);
    saveFile('unfold-progress.json', text, 'application/json');
  };

  private readonly onFile = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    try {
      if (file.size > LARGEST) throw new Error('This is no file of progress: it is too large.');
      const count = importProgress(this.storage, await file.text());
      this.says = `Loaded: ${count} ${count === 1 ? 'exercise' : 'exercises'}.`;
    } catch (error) {
      this.says = (error as Error).message;
    }
    // The same file can be chosen again.
    input.value = '';
    this.dispatchEvent(new Event('unfold-progress', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-progress-keeper': ProgressKeeper;
  }
}
