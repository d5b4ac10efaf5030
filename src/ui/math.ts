import { html, nothing, type TemplateResult } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { Expression } from '../solution/expression';
import type { Prose } from '../solution/step';
import { piecesOf } from '../solution/math-text';
import { renderInline, renderLine } from '../solution/line-view';

/** Hands an element over to a renderer that patches it by itself. */
abstract class MathDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('Mathematics fills an element.');
  }

  render(_content: Expression | string): typeof nothing {
    return nothing;
  }
}

class LineDirective extends MathDirective {
  override render(_content: Expression, _changing = false): typeof nothing {
    return nothing;
  }

  override update(
    { element }: ElementPart,
    [content, changing]: [Expression, boolean?],
  ): typeof nothing {
    const view = renderLine(element as HTMLElement, content);
    if (!changing) view.settle();
    return nothing;
  }
}

class InlineDirective extends MathDirective {
  private shown?: Expression | string;

  override update({ element }: ElementPart, [content]: [Expression | string]): typeof nothing {
    if (content !== this.shown) renderInline(element as HTMLElement, content);
    this.shown = content;
    return nothing;
  }
}

/**
 * `<span ${line(expression, changing)}></span>`: a line of a solution, symbols = numbers = value. While
 * a change of its numbers goes on, its copy for screen readers waits for them to rest.
 */
export const line = directive(LineDirective);

/** `<span ${inline(expression)}></span>`: an expression within prose, or the TeX of a label. */
export const inline = directive(InlineDirective);

/** Mathematics and the words around it, in the order they are read. */
type Piece = { readonly text: string } | { readonly math: Expression | string };

/** What may not begin a line, behind mathematics either: a browser would let it. */
const CLOSING = /^[.,;:!?)\]’”]+/;

const closingOf = (piece: Piece | undefined): string =>
  (piece && 'text' in piece && CLOSING.exec(piece.text)?.[0]) || '';

/** Pieces as they are set: punctuation stays with the formula before it. */
const set = (pieces: readonly Piece[]): TemplateResult[] =>
  pieces.map((piece, i) => {
    if ('text' in piece) {
      const [before] = pieces.slice(i - 1, i);
      const kept = before && 'math' in before ? closingOf(piece).length : 0;
      return html`<span>${piece.text.slice(kept)}</span>`;
    }
    const math = html`<span ${inline(piece.math)}></span>`;
    const closing = closingOf(pieces[i + 1]);
    return closing ? html`<span class="unbroken">${math}<span>${closing}</span></span>` : math;
  });

const piecesIn = (text: string): Piece[] =>
  piecesOf(text).map((piece) => ('tex' in piece ? { math: piece.tex } : { text: piece.text }));

/** Text that may hold mathematics between dollar signs. */
export const mathText = (text: string): TemplateResult[] => set(piecesIn(text));

/** A sentence with live numbers and symbols in it. */
export const proseText = (say: Prose): TemplateResult[] =>
  set(say.flatMap((piece) => (typeof piece === 'string' ? piecesIn(piece) : { math: piece })));
