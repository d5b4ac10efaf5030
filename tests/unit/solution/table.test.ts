import { expect, test } from 'vitest';
import { subtract } from '../../../src/solution/arithmetic';
import { constant, given, named } from '../../../src/solution/expression';
import { texMarkup } from '../../../src/solution/katex';
import { lineOf, lineText } from '../../../src/solution/line';
import { table } from '../../../src/solution/table';

const iterates = (count: number) =>
  table(
    ['k', 'w_k', 'w_k - c'],
    Array.from({ length: count }, (_, k) => {
      const w = named(`w_${k}`, given('w', k / 2), { part: `w${k}` });
      return [constant(k), w, subtract(w, 3)];
    }),
  );

test('a table is one face: heads over values', () => {
  const line = lineOf(iterates(2));
  expect(line.faces).toHaveLength(1);
  expect(() => texMarkup(line.faces[0].tex)).not.toThrow();
  expect(line.faces[0].plain).toContain('k & w_k & w_k - c');
  expect(line.faces[0].tex).toContain('part=w1');
  expect(lineText(iterates(2))).toBe('k, wₖ, wₖ − c: 0, 0, −3; 1, 0.5, −2.5');
});

test('a long table shows its first rows and its last', () => {
  expect(lineText(iterates(40))).toMatch(/; 5, [^;]*; ⋯, ⋯, ⋯; 39, /);
});
