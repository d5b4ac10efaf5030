import type { Expression } from './expression';
import { mathElement, renderTex } from './katex';
import { lineOf, lineText, type Extent, type Line, type LineFace } from './line';
import { plainSymbol } from './symbol';

/** Milliseconds without a change after which a line is at rest. */
const REST = 300;

/** What is copied from a formula: the formula, without the marks we put on it. */
const sourceOf = (formula: Element): Element => formula.querySelector('annotation')!;

/**
 * A line on the page. Every face is an inline piece of its own, its relation in front, so that a
 * narrow column breaks the line at its relations. While the shape of a face stays, only the digits
 * that changed are written; KaTeX sets it again when a sign, a bracket or a length changes.
 */
export class LineView {
  private line?: Line;
  private expression?: Expression;
  private slots: readonly Element[] = [];
  /** Digits were written since the MathML copy was made; the copy waits for them to rest. */
  private resting?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly host: HTMLElement,
    private readonly extent: Extent = 'line',
  ) {}

  show(expression: Expression): void {
    const line = lineOf(expression, this.extent);
    if (line.shape !== this.line?.shape) this.build(line, this.line);
    if (this.line) this.patch(line, this.line);
    this.line = line;
    this.expression = expression;
  }

  /** What it says, as one line of text. */
  get text(): string {
    return this.expression ? lineText(this.expression, this.extent) : '';
  }

  /**
   * Brings the MathML copy, which screen readers follow, up to the numbers shown. It happens by
   * itself when they have rested for a while; call it where the copy must be right at once.
   */
  settle(): void {
    if (this.resting === undefined || !this.line) return;
    this.leave();
    const copies = this.host.querySelectorAll('.katex-mathml');
    this.line.faces.forEach(({ plain }, i) => {
      if (sourceOf(copies[i]).textContent === plain) return;
      const copy = mathElement(this.style + plain);
      sourceOf(copy).textContent = plain;
      copies[i].replaceChildren(copy);
    });
  }

  private get style(): string {
    return this.extent === 'line' ? '\\displaystyle ' : '';
  }

  /** Sets the faces whose shape is not what it was before. */
  private build(line: Line, before: Line | undefined): void {
    const pieces = [...this.host.children];
    const stays = ({ shape }: LineFace, i: number): boolean => shape === before?.faces[i]?.shape;
    this.host.replaceChildren(
      ...line.faces.map((face, i) => (stays(face, i) ? pieces[i] : this.piece(face))),
    );
    // In reading order: KaTeX sets the lower part of a fraction before the upper.
    this.slots = [...this.host.querySelectorAll<HTMLElement>('[data-slot]')].sort(
      (a, b) => Number(a.dataset.slot) - Number(b.dataset.slot),
    );
  }

  private piece({ tex, plain }: LineFace): HTMLElement {
    const piece = document.createElement('span');
    piece.className = 'line-face';
    renderTex(this.style + tex, piece);
    sourceOf(piece).textContent = plain;
    return piece;
  }

  /** Another takes the host over: the copy waits for nothing any more. */
  leave(): void {
    clearTimeout(this.resting);
    this.resting = undefined;
  }

  private patch(line: Line, before: Line): void {
    const changed = line.slots.flatMap((digits, i) => (digits === before.slots[i] ? [] : [i]));
    if (changed.length === 0) return;
    for (const i of changed) writeDigits(this.slots[i], line.slots[i]);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.settle(), REST);
  }
}

/** Digits in place of others; the space before a sign that follows them, KaTeX puts into the slot. */
function writeDigits(slot: Element, digits: string): void {
  const [written, space] = [slot.firstElementChild!, slot.lastElementChild!];
  written.textContent = digits;
  slot.replaceChildren(written, ...(space.classList.contains('mspace') ? [space] : []));
}

/** The TeX of labels. */
const labels = new WeakMap<HTMLElement, string>();

/** The text of mathematics shown in an element; nothing if there is none. */
export function mathIn(host: HTMLElement): string | undefined {
  const label = labels.get(host);
  return views.get(host)?.view.text ?? (label === undefined ? undefined : plainSymbol(label));
}

const views = new WeakMap<HTMLElement, { readonly view: LineView; readonly extent: Extent }>();

function render(host: HTMLElement, expression: Expression, extent: Extent): LineView {
  host.translate = false;
  let known = views.get(host);
  if (known?.extent !== extent) {
    known?.view.leave();
    known = { view: new LineView(host, extent), extent };
    views.set(host, known);
  }
  known.view.show(expression);
  return known.view;
}

/** Shows an expression as a line of a solution: symbols = numbers = value. */
export const renderLine = (host: HTMLElement, expression: Expression): LineView =>
  render(host, expression, 'line');

/** Shows an expression within prose, symbols = value; or plain TeX, for a label. */
export function renderInline(host: HTMLElement, content: Expression | string): void {
  if (typeof content !== 'string') {
    render(host, content, 'inline');
    return;
  }
  host.translate = false;
  views.get(host)?.view.leave();
  views.delete(host);
  labels.set(host, content);
  renderTex(content, host);
}
