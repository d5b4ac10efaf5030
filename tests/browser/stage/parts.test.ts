import { expect, test } from 'vitest';
import { highlightParts } from '../../../src/stage/parts';

test('an element that shows a part no more is not highlighted any more', () => {
  document.body.innerHTML = '<b data-part="sum"></b><i data-part="mean"></i>';
  const [shown, other] = document.body.children;
  highlightParts(document.body, ['sum']);
  expect(shown.hasAttribute('data-highlighted')).toBe(true);
  shown.removeAttribute('data-part');
  highlightParts(document.body, ['sum', 'mean']);
  expect(shown.hasAttribute('data-highlighted')).toBe(false);
  expect(other.hasAttribute('data-highlighted')).toBe(true);
});
