import { beforeEach, describe, expect, test } from 'vitest';
import '../../../src/ui/cells';
import type { MatrixCells, VectorCells } from '../../../src/ui/cells';
import type { CellsEditor } from '../../../src/ui/cells-editor';

let heard: string[];

async function stand<T extends MatrixCells | VectorCells>(
  name: string,
  properties: Partial<T>,
): Promise<T> {
  const cells = document.createElement(name) as T;
  Object.assign(cells, { label: 'M', ...properties });
  heard = [];
  for (const type of ['input', 'change']) cells.addEventListener(type, () => heard.push(type));
  document.body.replaceChildren(cells);
  await cells.updateComplete;
  return cells;
}

const cellOf = (cells: Element, i = 0): HTMLInputElement =>
  cells.querySelectorAll<HTMLInputElement>('.cell')[i];

/** Pastes into a cell; says whether the browser is left to paste by itself. */
async function paste(cells: MatrixCells | VectorCells, i: number, text: string, html = '') {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  if (html) clipboardData.setData('text/html', html);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  const left = cellOf(cells, i).dispatchEvent(event);
  await cells.updateComplete;
  return left;
}

const refusal = (cells: Element): string | undefined =>
  cells.querySelector('.refusal')?.textContent ?? undefined;

describe('a matrix', () => {
  let cells: MatrixCells;
  beforeEach(async () => {
    cells = await stand<MatrixCells>('unfold-matrix', { value: '1,0;0,1', most: [3, 3] });
  });

  test('takes what is pasted into any cell, with its own shape', async () => {
    expect(await paste(cells, 3, 'array([[1., 2., 3.],\n       [4., 5., 6.]])')).toBe(false);
    expect(cells.value).toBe('1.,2.,3.;4.,5.,6.');
    expect(cells.querySelectorAll('.cell')).toHaveLength(6);
    expect(heard).toEqual(['input', 'change']);
  });

  test('keeps the decimal commas of a spreadsheet in their cells', async () => {
    await paste(cells, 0, '0,5\t1,25\n2,5\t3,75');
    expect([0, 1, 2, 3].map((i) => cellOf(cells, i).value)).toEqual(['0,5', '1,25', '2,5', '3,75']);
  });

  test('says what does not fit, and keeps what it has', async () => {
    await paste(cells, 0, '1 2 3 4\n5 6 7 8');
    expect(refusal(cells)).toBe('What was pasted is 2 × 4; at most 3 × 3 fits here.');
    await paste(cells, 0, '[[[1, 2]], [[3, 4]]]');
    expect(refusal(cells)).toContain('nested more than two deep');
    expect(cells.value).toBe('1,0;0,1');
    expect(heard).toEqual([]);
    await paste(cells, 0, '1 2\n3 4');
    expect(refusal(cells)).toBeUndefined();
  });

  test('leaves a single number to the cell', async () => {
    expect(await paste(cells, 0, '0,5')).toBe(true);
    expect(cells.value).toBe('1,0;0,1');
  });

  test('typed into one cell in brackets spreads out when it is done', async () => {
    const cell = cellOf(cells);
    cell.value = '[1, 2; 3, 4]';
    cell.dispatchEvent(new Event('input', { bubbles: true }));
    cell.dispatchEvent(new Event('change', { bubbles: true }));
    expect(cells.value).toBe('1,2;3,4');
  });

  test('set in brackets shows the cells', async () => {
    cells.value = '[[5, 6], [7, 8]]';
    await cells.updateComplete;
    expect(cells.value).toBe('5,6;7,8');
  });

  test('of a fixed size is filled from the cell on, never padded or cut', async () => {
    cells.fixed = true;
    await paste(cells, 2, '8 9');
    expect(cells.value).toBe('1,0;8,9');
    await paste(cells, 0, '1 2 3\n4 5 6');
    expect(refusal(cells)).toBe('What was pasted is 2 × 3; here is room for 2 × 2.');
    expect(cells.value).toBe('1,0;8,9');
  });
});

test('a vector takes a column', async () => {
  const cells = await stand<VectorCells>('unfold-vector', { value: '0,0', most: [1, 4] });
  await paste(cells, 0, '1\n2\n3\n');
  expect(cells.value).toBe('1,2,3');
  cells.value = '[4; 5]';
  expect(cells.value).toBe('4,5');
  await paste(cells, 0, '1 2 3 4 5');
  expect(refusal(cells)).toBe('What was pasted has 5 numbers; at most 4 fit here.');
});

describe('the editor', () => {
  async function edit(value: string, text?: string) {
    const cells = await stand<MatrixCells>('unfold-matrix', { value, most: [9, 9] });
    const editor = cells.querySelector<CellsEditor>('unfold-cells-editor')!;
    cells.querySelector<HTMLElement>('.size, .summary')!.click();
    await expect.poll(() => editor.querySelector('dialog')?.open).toBe(true);
    const area = editor.querySelector('textarea')!;
    if (text !== undefined) {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await editor.updateComplete;
    return { cells, editor, area };
  }
  const accept = (editor: Element): void =>
    editor.querySelector<HTMLElement>('.button.strong')!.click();
  const fault = (editor: Element): string => editor.querySelector('.fault')!.textContent.trim();

  test('opens for a table that is too large for its place', async () => {
    const { area } = await edit(Array(8).fill('1,2').join(';'));
    expect(area.value.split('\n')).toEqual(Array(8).fill('1, 2'));
  });

  test('reads what any program writes', async () => {
    const { cells, editor } = await edit('0', 'A = [1 2; 3 4];');
    expect(fault(editor)).toBe('');
    accept(editor);
    expect(cells.value).toBe('1,2;3,4');
  });

  test('stays open and says what is wrong', async () => {
    for (const [text, sentence] of [
      ['0,5\t1,25', 'M: “0,5” has a comma; write the decimal point, 0.5.'],
      ['1, 2\n3', 'M has rows of different lengths: the first has 2, row 2 has 1.'],
      [Array(10).fill('1').join('\n'), 'M is 10 × 1; at most 9 × 9 fits here.'],
      ['', 'M is empty; numbers are needed.'],
    ]) {
      const { cells, editor } = await edit('7', text);
      expect(fault(editor)).toBe(sentence);
      accept(editor);
      expect(editor.querySelector('dialog')!.open).toBe(true);
      expect(cells.value).toBe('7');
      editor.querySelector('dialog')!.close();
    }
  });

  test('does not split a comma that stood in a cell', async () => {
    const { editor, area } = await edit('0‚5,1');
    expect(area.value).toBe('0,5\t1');
    expect(fault(editor)).toContain('write the decimal point, 0.5');
  });
});
