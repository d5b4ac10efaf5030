import { beforeEach, describe, expect, test } from 'vitest';
import { add, multiply } from '../../../src/solution/arithmetic';
import { given, named } from '../../../src/solution/expression';
import { renderInline, renderLine } from '../../../src/solution/line-view';
import { copySelection } from '../../../src/ui/copy-selection';

const product = (w: number) =>
  named('z', add(multiply(given('w', w), given('x', 2)), given('b', 0.1)));

let root: HTMLElement;
let line: HTMLElement;
let symbol: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  const say = document.createElement('p');
  symbol = document.createElement('span');
  line = document.createElement('div');
  say.append('Weigh   the input by ', symbol, ', then add.');
  root.append(say, line, 'After.');
  root.addEventListener('copy', copySelection);
  document.body.replaceChildren(root);
  renderInline(symbol, '\\beta_1');
  renderLine(line, product(-0.5));
});

/** What a copy of the range puts on the clipboard; nothing where the browser is left to copy. */
function copied(range: Range): string | undefined {
  const selection = getSelection()!;
  selection.removeAllRanges();
  selection.addRange(range);
  const clipboardData = new DataTransfer();
  const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
  const left = (selection.anchorNode as ChildNode).dispatchEvent(event);
  return left ? undefined : clipboardData.getData('text/plain');
}

function over(node: Node): Range {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range;
}

describe('a copy', () => {
  const whole = 'z = w·x + b = (−0.5)·2 + 0.1 = −0.9';

  test('of a line is one clean line', () => {
    expect(copied(over(line))).toBe(whole);
  });

  test('of a part of a formula is the formula', () => {
    const digits = line.querySelector('.line-face:nth-child(3) .katex-html')!;
    expect(copied(over(digits))).toBe(whole);
  });

  test('says the numbers that are shown now', () => {
    renderLine(line, product(-0.25));
    expect(copied(over(line))).toBe('z = w·x + b = (−0.25)·2 + 0.1 = −0.4');
  });

  test('of prose and lines keeps the words, and each line its own', () => {
    expect(copied(over(root))).toBe(`Weigh the input by β₁, then add.\n${whole}\nAfter.`);
  });

  test('begins and ends where the selection does', () => {
    const range = over(root);
    range.setStart(root.querySelector('p')!.firstChild!, 'Weigh   the '.length);
    range.setEnd(root.lastChild!, 2);
    expect(copied(range)).toBe(`input by β₁, then add.\n${whole}\nAf`);
  });

  test('without formulas is left to the browser', () => {
    expect(copied(over(root.lastChild!))).toBeUndefined();
  });
});
