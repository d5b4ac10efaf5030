import { mathIn } from '../solution/line-view';

/** Elements whose text stands on lines of its own. */
const BLOCKS = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'SECTION', 'OL', 'UL', 'TABLE', 'TR']);

/**
 * Formulas stand in the page twice, as they are seen and as they are read aloud, and a copy of
 * either is a heap of digits. What is copied instead is each formula as one line of text.
 */
export function copySelection(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!event.clipboardData || !selection || selection.isCollapsed) return;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
    return;
  const range = selection.getRangeAt(0);
  const { text, formulas } = textIn(range);
  if (formulas === 0) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', text);
}

/** The text of a range with every formula it touches written out whole, and how many it touches. */
export function textIn(range: Range): { readonly text: string; readonly formulas: number } {
  let text = '';
  let formulas = 0;
  const walk = (node: Node): void => {
    if (!range.intersectsNode(node)) return;
    if (node instanceof Text) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      text += node.data.slice(from, to).replace(/\s+/g, ' ');
      return;
    }
    if (node instanceof HTMLElement) {
      // What only readers of screens hear, and the numbers of steps, are no part of a sentence.
      if (!node.checkVisibility() || node.matches('.sr-only, .badge')) return;
      const math = mathIn(node);
      if (math !== undefined) {
        formulas += 1;
        text += math;
        if (BLOCKS.has(node.tagName)) text += '\n';
        return;
      }
      if (node instanceof HTMLInputElement) text += node.value;
      if (node instanceof HTMLSelectElement) {
        text += node.selectedOptions[0]?.text ?? '';
        return;
      }
    }
    node.childNodes.forEach(walk);
    if (node instanceof HTMLElement && BLOCKS.has(node.tagName)) text += '\n';
  };
  walk(enclosing(range.commonAncestorContainer));
  const lines = text.split('\n').map((line) => line.trim());
  return { text: lines.filter(Boolean).join('\n'), formulas };
}

/** The formula a node stands in, since a part of one is copied whole; else the node itself. */
function enclosing(node: Node): Node {
  for (let at: Node | null = node; at; at = at.parentNode) {
    if (at instanceof HTMLElement && mathIn(at) !== undefined) return at;
  }
  return node;
}
