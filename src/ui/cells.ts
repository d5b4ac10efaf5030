import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { nextCell } from './cell-keys';
import './cells-editor';
import type { CellsEditor } from './cells-editor';
import { BadValue, shorten } from '../state/bad-value';
import { PageElement } from './page-element';
import {
  columnsOf,
  inBrackets,
  laidDown,
  pastedTable,
  readTable,
  resized,
  sizeOf,
  tableText,
  tooLarge,
  withPart,
  type Table,
} from './table';

/** Larger than this a table shows a summary and is edited as text. */
const MOST_ROWS = 6;
const MOST_COLUMNS = { vector: 8, matrix: 6 };

const numbers = (count: number): string => `${count} ${count === 1 ? 'number' : 'numbers'}`;

/**
 * A table of numbers between brackets: one form control, whose `value` is link syntax and which
 * fires `input` and `change`. Its cells are labelled and have no names of their own.
 */
abstract class Cells extends PageElement {
  static readonly formAssociated = true;

  @property({ reflect: true }) name?: string;
  @property({ attribute: false }) label = '';
  /** The part of the picture it shows; its cells are `part.row.column`. */
  @property({ attribute: false }) pictured?: string;
  /** Fewest and most rows and columns. */
  @property({ attribute: false }) least: readonly number[] = [1, 1];
  @property({ attribute: false }) most: readonly number[] = [6, 6];
  /** Its size is part of the question, not of the answer. */
  @property({ type: Boolean }) fixed = false;
  /** Kept low: what has more than two rows is edited as text. */
  @property({ attribute: false }) slim = false;
  /** Which cells are right, in reading order, once they have been marked. */
  @property({ attribute: false }) marks?: readonly boolean[];
  @state() private table: Table = [['0']];
  /** Why what was pasted is not here. */
  @state() private refusal?: string;
  protected abstract readonly kind: 'vector' | 'matrix';
  private readonly internals = this.attachInternals();

  get value(): string {
    return tableText(this.table);
  }

  set value(text: string) {
    if (text === this.value) return;
    const bracketed = inBrackets(text);
    this.table = bracketed ? this.arranged(bracketed) : readTable(text);
    this.internals.setFormValue(text);
  }

  /** The form it belongs to, as with any control. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** Its labels, as with any control. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'group');
    this.internals.setFormValue(this.value);
  }

  override focus(): void {
    this.querySelector<HTMLElement>('.cell, .summary')?.focus();
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '0';
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('label') && !this.hasAttribute('aria-labelledby')) {
      this.setAttribute('aria-label', this.label);
    }
  }

  protected override render(): TemplateResult {
    const rows = this.table.length;
    const columns = columnsOf(this.table);
    const tooLarge = rows > (this.slim ? 2 : MOST_ROWS) || columns > MOST_COLUMNS[this.kind];
    const longest = Math.max(...this.table.flat().map((text) => text.length));
    return html`${
        tooLarge
          ? this.summary()
          : html`<span class="brackets" style="--chars: ${Math.min(10, longest)}"
              >${this.table.map(
                (row, i) =>
                  html`<span class="row">${row.map((text, j) => this.cell(text, i, j))}</span>`,
              )}</span
            >`
      }
      ${this.fixed || tooLarge ? nothing : this.sizeButton(rows, columns)}
      ${this.refusal ? html`<span class="refusal" role="status">${this.refusal}</span>` : nothing}
      <unfold-cells-editor></unfold-cells-editor>`;
  }

  private cell(text: string, i: number, j: number): TemplateResult {
    const mark = this.marks?.[i * this.table[0].length + j];
    const marked = mark === undefined ? '' : mark ? 'right' : 'wrong';
    const label = [this.label, this.positionName(i, j), marked].filter(Boolean).join(', ');
    return html`<input
      class="cell ${marked}"
      type="text"
      autocomplete="off"
      spellcheck="false"
      size="1"
      aria-label=${label}
      data-part=${this.pictured ? this.partOf(i, j) : nothing}
      data-row=${i}
      data-column=${j}
      .value=${live(text)}
      @input=${(event: Event) => this.write(event, i, j)}
      @change=${(event: Event) => this.commit(event, i, j)}
      @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      @keydown=${this.onKey}
      @paste=${(event: ClipboardEvent) => this.paste(event, i, j)}
    />`;
  }

  /** A table from elsewhere, as it stands here. */
  protected arranged(table: Table): Table {
    return table;
  }

  protected abstract positionName(i: number, j: number): string;
  protected abstract partOf(i: number, j: number): string;

  private sizeButton(rows: number, columns: number): TemplateResult {
    const size = this.kind === 'vector' ? numbers(columns) : `${rows} × ${columns}`;
    return html`<button
      type="button"
      class="size"
      aria-label="${size}: change the size of ${this.label}"
      @click=${this.openEditor}
    >
      ${size}
    </button>`;
  }

  private summary(): TemplateResult {
    const size = `${this.table.length} × ${columnsOf(this.table)}`;
    const count = this.kind === 'vector' ? numbers(columnsOf(this.table)) : `${size} numbers`;
    return html`<button type="button" class="summary" @click=${this.openEditor}>
      ${this.slim ? size : `${count}: ${this.table[0].slice(0, 3).map(shorten).join(', ')}, …`} edit
    </button>`;
  }

  private openEditor(): void {
    const editor = this.querySelector<CellsEditor>('unfold-cells-editor')!;
    editor.open(this.table, { label: this.label, least: this.least, most: this.most }, (table) => {
      this.change(table);
      this.tell('change');
    });
  }

  private write(event: Event, i: number, j: number): void {
    event.stopPropagation();
    const text = (event.target as HTMLInputElement).value;
    this.change(
      this.table.map((row, r) => (r === i ? row.map((cell, c) => (c === j ? text : cell)) : row)),
    );
  }

  private commit(event: Event, i: number, j: number): void {
    event.stopPropagation();
    const table = inBrackets((event.target as HTMLInputElement).value);
    if (table && table.flat().length > 1) this.take(table, i, j);
    else this.tell('change');
  }

  private change(table: Table): void {
    this.table = table;
    this.marks = undefined;
    this.refusal = undefined;
    this.internals.setFormValue(this.value);
    this.tell('input');
  }

  private tell(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true }));
  }

  /** A table pasted into one cell fills them all, or those from it on where the size is fixed. */
  private paste(event: ClipboardEvent, i: number, j: number): void {
    const clipboard = event.clipboardData;
    if (!clipboard) return;
    try {
      const table = pastedTable(clipboard.getData('text/plain'), clipboard.getData('text/html'));
      if (!table) return;
      event.preventDefault();
      this.take(table, i, j);
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      event.preventDefault();
      this.refusal = `What was pasted ${error.message}.`;
    }
  }

  /** Takes a table over whole, or says why it does not fit. */
  private take(written: Table, i: number, j: number): void {
    const table = this.arranged(written);
    const fault = this.fixed
      ? `is ${sizeOf(table)}; here is room for ${sizeOf(this.table)}`
      : tooLarge(table, this.most);
    const next = this.fixed ? withPart(this.table, table, i, j) : fault ? undefined : table;
    if (next) {
      this.change(next);
      this.tell('change');
    } else this.refusal = `What was pasted ${fault}.`;
  }

  private onKey(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    if (event.ctrlKey && event.key.startsWith('Arrow') && !this.fixed) {
      event.preventDefault();
      this.resize(event.key);
      return;
    }
    // Enter in a prediction checks it, which is for the form around it.
    if (event.key === 'Enter' && this.fixed) return;
    const next = nextCell(input, event.key, this.table);
    if (!next) return;
    event.preventDefault();
    this.querySelector<HTMLElement>(`[data-row="${next[0]}"][data-column="${next[1]}"]`)?.focus();
  }

  /** Ctrl with an arrow adds a row or column at the end, or takes the last one away. */
  private resize(key: string): void {
    const clamp = (x: number, axis: 0 | 1): number =>
      Math.min(this.most[axis], Math.max(this.least[axis], x));
    const by = (more: string, less: string): number => (key === more ? 1 : key === less ? -1 : 0);
    const rows = clamp(this.table.length + by('ArrowDown', 'ArrowUp'), 0);
    const columns = clamp(columnsOf(this.table) + by('ArrowRight', 'ArrowLeft'), 1);
    if (rows === this.table.length && columns === columnsOf(this.table)) return;
    this.change(resized(this.table, rows, columns));
    this.tell('change');
  }
}

/** A row of numbers. */
@customElement('unfold-vector')
export class VectorCells extends Cells {
  protected readonly kind = 'vector';

  protected override arranged(table: Table): Table {
    return laidDown(table);
  }

  protected positionName(_: number, j: number): string {
    return `entry ${j + 1}`;
  }

  protected partOf(_: number, j: number): string {
    return `${this.pictured}.${j}`;
  }
}

/** Rows of numbers. */
@customElement('unfold-matrix')
export class MatrixCells extends Cells {
  protected readonly kind = 'matrix';

  protected positionName(i: number, j: number): string {
    return `row ${i + 1}, column ${j + 1}`;
  }

  protected partOf(i: number, j: number): string {
    return `${this.pictured}.${i}.${j}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-vector': VectorCells;
    'unfold-matrix': MatrixCells;
  }
}
