// A row of numbers that a phone is too narrow for stays on it, and every number stays whole.
import { expect, test } from 'vitest';
import '../../../src/ui/cells';
import type { MatrixCells, VectorCells } from '../../../src/ui/cells';
import '../../../src/ui/styles/base.css';
import '../../../src/ui/styles/fields.css';

test.each([
  ['unfold-vector', '0.99,0.99,0.5,0.99,0.99'],
  ['unfold-vector', '-0.875,-0.999,0.512,0.999,0.999,1'],
  ['unfold-matrix', '1,2,3,4;-1.25,-2,-3,-4'],
])('%s of %s in a column of 288 px', async (name, value) => {
  const column = document.createElement('div');
  column.style.width = '288px';
  const cells = document.createElement(name) as MatrixCells | VectorCells;
  Object.assign(cells, { label: 'gates', value });
  column.append(cells);
  document.body.replaceChildren(column);
  await cells.updateComplete;

  const fields = [...cells.querySelectorAll<HTMLInputElement>('.cell')];
  expect(fields.map((field) => field.value)).toEqual(value.split(/[,;]/));
  const right = Math.max(...fields.map((field) => field.getBoundingClientRect().right));
  expect(right).toBeLessThanOrEqual(column.getBoundingClientRect().right);
  const cut = fields.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  expect(cut.map((field) => field.value)).toEqual([]);
});
