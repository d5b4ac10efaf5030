import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { BadValue, numbersIn } from '../state/read';
import { pastedCells } from '../state/read-table';
import { faultOf } from './given-field';
import { freshId, PageElement } from './page-element';
import { columnsOf, laidDown, resized, tooLarge, type Table } from './table';

interface Limits {
  readonly label: string;
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** A dialog that edits a table as text, one row a line, and changes its size. */
@customElement('unfold-cells-editor')
export class CellsEditor extends PageElement {
  @state() private limits?: Limits;
  @state() private text = '';
  @query('textarea') private readonly textarea!: HTMLTextAreaElement;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  private readonly id_ = freshId();
  private apply: (table: Table) => void = () => undefined;

  open(table: Table, limits: Limits, apply: (table: Table) => void): void {
    this.limits = limits;
    this.apply = apply;
    this.text = textOf(table);
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  protected override render(): TemplateResult {
    if (!this.limits) return html``;
    const { label, most } = this.limits;
    const rows = most[0] > 1;
    const { fault } = this.draft;
    // The table's own fields listen for these; a draft is not yet theirs.
    const keep = (event: Event): void => event.stopPropagation();
    return html`<dialog aria-labelledby="${this.id_}-title" @input=${keep} @change=${keep}>
      <h2 id="${this.id_}-title">${label}</h2>
      <label for="${this.id_}-text">
        ${rows ? 'One row a line, numbers split by commas' : 'Numbers split by commas'}
      </label>
      <textarea
        id="${this.id_}-text"
        spellcheck="false"
        .value=${this.text}
        @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
        aria-describedby="${this.id_}-fault"
        @keydown=${(event: Event) => event.stopPropagation()}
      ></textarea>
      <p class="fault" id="${this.id_}-fault" role="status">
        ${fault === undefined ? nothing : faultOf(label, fault)}
      </p>
      <div class="actions">
        ${rows ? [this.sizer('row', 0, 1), this.sizer('row', 0, -1)] : ''}
        ${this.sizer(rows ? 'column' : 'number', 1, 1)}
        ${this.sizer(rows ? 'column' : 'number', 1, -1)}
      </div>
      <div class="actions">
        <button type="button" class="button" @click=${() => this.dialog.close()}>Cancel</button>
        <button type="button" class="button strong" @click=${this.accept}>Use these</button>
      </div>
    </dialog>`;
  }

  private sizer(word: string, axis: 0 | 1, by: 1 | -1): TemplateResult {
    const { table } = this.draft;
    const size = [table.length, columnsOf(table)];
    const { least, most } = this.limits!;
    const next = size.map((n, i) => (i === axis ? n + by : n));
    const possible = next[axis] >= least[axis] && next[axis] <= most[axis];
    return html`<button
      type="button"
      class="button"
      ?disabled=${!possible}
      @click=${() => (this.text = textOf(resized(table, next[0], next[1])))}
    >
      ${by > 0 ? 'Add' : 'Remove'} a ${word}
    </button>`;
  }

  /** What is written as a table, and what is wrong with it. */
  private get draft(): { readonly table: Table; readonly fault?: string } {
    let table: Table = [['']];
    try {
      const cells = pastedCells(this.text);
      table = this.limits!.most[0] > 1 ? cells : laidDown(cells);
      numbersIn(table);
      return { table, fault: tooLarge(table, this.limits!.most) };
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      return { table, fault: error.message };
    }
  }

  private accept(): void {
    const { table, fault } = this.draft;
    if (fault !== undefined) {
      this.textarea.focus();
      return;
    }
    this.dialog.close();
    this.apply(table);
  }
}

/** Cells are split by commas, or by tabs where commas or spaces stand in the cells themselves. */
function textOf(table: Table): string {
  const between = table.flat().some((cell) => /[,\s]/.test(cell)) ? '\t' : ', ';
  return table.map((row) => row.join(between)).join('\n');
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-cells-editor': CellsEditor;
  }
}
