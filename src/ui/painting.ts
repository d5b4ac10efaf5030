import { html, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { print } from '../math/format';
import type { Matrix } from '../math/value';
import { readPainting } from '../scene/painted';
import { painting, type Colour } from '../stage/kit/painting';
import { freshId, PageElement } from './page-element';
import './styles/painting.css';

/** Up to this many rows and columns cells are as large as a finger likes them. */
const FEW = 6;
const SIZES = { few: 40, many: 24 };
/** For the numbers of rows and columns. */
const HEAD = 22;

/** A grid that is painted: one control, whose `value` is a matrix in link syntax. */
@customElement('unfold-painting')
export class PaintingField extends PageElement {
  @property({ attribute: false }) size: readonly [rows: number, columns: number] = [1, 1];
  @property({ attribute: false }) colours: readonly Colour[] = [];
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) describedBy = '';
  /** What a cell is, in words. */
  @property({ attribute: false }) cell?: ((i: number, j: number) => string) | undefined;
  @state() private text = '';
  private readonly how = freshId();

  get value(): string {
    return this.text;
  }

  set value(text: string) {
    this.text = text;
  }

  override focus(): void {
    this.querySelector<SVGElement>('[data-cell]')?.focus();
  }

  protected override render(): TemplateResult {
    const [rows, columns] = this.size;
    const side = Math.max(rows, columns) > FEW ? SIZES.many : SIZES.few;
    const gap = side === SIZES.few ? 4 : 1;
    const at = (index: number): number => HEAD + index * (side + gap) + side / 2;
    const across = HEAD + columns * (side + gap);
    const down = HEAD + rows * (side + gap);
    return html`<svg class="painted-field" width=${across} height=${down}>
        ${svg`
          ${Array.from({ length: columns }, (_, j) => svg`<text x=${at(j)} y=${HEAD / 2}>${j}</text>`)}
          ${Array.from({ length: rows }, (_, i) => svg`<text x=${HEAD / 2} y=${at(i)}>${i}</text>`)}
          ${painting({
            grid: {
              ...{ x: HEAD, y: HEAD, rows, columns, gap },
              cell: { width: side, height: side },
            },
            values: readPainting(this.text, this.size),
            colours: this.colours,
            label: this.label,
            describedBy: `${this.describedBy} ${this.how}`,
            cell: this.cell ?? ((i, j) => `row ${i}, column ${j}`),
            paint: (values) => this.paint(values),
          })}
        `}
      </svg>
      <span class="how" id=${this.how}
        >Press or drag to paint; by keyboard, arrows and Space, or Shift and an arrow.</span
      >`;
  }

  private paint(values: Matrix): void {
    this.text = print(values);
    for (const type of ['input', 'change']) {
      this.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-painting': PaintingField;
  }
}
