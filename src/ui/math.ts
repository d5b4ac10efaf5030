import { html, nothing, type TemplateResult } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { Expression } from '../solution/expression';
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
  override update({ element }: ElementPart, [content]: [Expression]): typeof nothing {
    renderLine(element as HTMLElement, content).settle();
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

/** `<span ${line(expression)}></span>`: a line of a solution, symbols = numbers = value. */
export const line = directive(LineDirective);

/** `<span ${inline(expression)}></span>`: an expression within prose, or the TeX of a label. */
export const inline = directive(InlineDirective);

/** Text that may hold mathematics between dollar signs. */
export const mathText = (text: string): TemplateResult[] =>
  piecesOf(text).map((piece) =>
    'tex' in piece ? html`<span ${inline(piece.tex)}></span>` : html`<span>${piece.text}</span>`,
  );
