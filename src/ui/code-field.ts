import type { EditorView } from '@codemirror/view';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CodeTest } from '../scene/code-task';
import { plainText, type CodeReport } from '../scene/mark-code';
import './code-field.css';
import './copy-button';
import { icons } from './icons';
import { mathText } from './math';
import { PageElement } from './page-element';

/**
 * An editor with its tests: one form control, whose `value` is the text in it. Where nothing has
 * been written it shows the starter.
 */
@customElement('unfold-code-field')
export class CodeField extends PageElement {
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) describedBy = '';
  @property({ attribute: false }) starter = '';
  @property({ attribute: false }) tests: readonly CodeTest[] = [];
  @property({ attribute: false }) report?: CodeReport;
  private written = '';
  private editor?: EditorView;
  /** The editor is heavy: it comes in a file of its own. */
  private opening?: Promise<void>;

  get value(): string {
    return this.written || this.starter;
  }

  set value(text: string) {
    if (text === this.written) return;
    this.written = text;
    this.fill();
  }

  override focus(): void {
    this.editor?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.editor?.destroy();
    this.editor = this.opening = undefined;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.opening;
    return complete;
  }

  protected override updated(changed: PropertyValues): void {
    this.opening ??= this.open();
    if (changed.has('starter')) this.fill();
  }

  private async open(): Promise<void> {
    const { openEditor } = await import('./code-editor');
    if (!this.isConnected || this.editor) return;
    this.editor = openEditor(this.querySelector('.code-editor')!, {
      text: this.value,
      label: this.label,
      describedBy: this.describedBy,
      changed: (text) => this.changed(text),
    });
  }

  /** Puts the value into the editor, as one change that can be undone. */
  private fill(): void {
    const { editor, value } = this;
    const present = editor?.state.doc;
    if (!editor || !present || present.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: present.length, insert: value } });
  }

  private changed(text: string): void {
    if (text === this.value) return;
    this.written = text === this.starter ? '' : text;
    for (const type of ['input', 'change']) this.dispatchEvent(new Event(type, { bubbles: true }));
  }

  private reset(): void {
    this.changed(this.starter);
    this.fill();
  }

  protected override render(): TemplateResult {
    const printed = this.report?.printed ?? [];
    return html`<div class="code-editor"></div>
      <div class="code-tools">
        <button type="button" class="button" @click=${this.reset}>Start over</button>
        <unfold-copy label="Copy code" .text=${() => this.value}></unfold-copy>
      </div>
      <ul class="tests" aria-label="Tests">
        ${this.tests.map((test, i) => this.test(test, i))}
      </ul>
      ${
        printed.length > 0
          ? html`<div class="printed" translate="no">
              <span class="lead-in">Printed</span>
              <pre tabindex="0" role="region" aria-label="Printed">${printed.join('\n')}</pre>
            </div>`
          : nothing
      }`;
  }

  private test(test: CodeTest, index: number): TemplateResult {
    const found = this.report?.tests[index];
    const verdict = found?.verdict;
    return html`<li data-test=${test.id} data-verdict=${verdict ?? nothing}>
      <details ?open=${verdict === 'wrong'}>
        <summary>
          <span class="test-sign" aria-hidden="true"
            >${verdict === 'right' ? icons.tick : verdict === 'wrong' ? '×' : '·'}</span
          ><span>${mathText(test.name)}</span
          ><span class="sr-only"
            >${verdict === 'right' ? ', passed' : verdict === 'wrong' ? ', failed' : ''}</span
          >
        </summary>
        <dl translate="no">
          <dt>input</dt>
          <dd><code>${test.call}</code></dd>
          <dt>expected</dt>
          <dd><code>${plainText(test.expected)}</code></dd>
          ${
            found
              ? html`<dt>got</dt>
                  <dd><code>${found.got}</code></dd>`
              : nothing
          }
        </dl>
      </details>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-code-field': CodeField;
  }
}
