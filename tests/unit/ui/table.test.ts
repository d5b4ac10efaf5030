import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../../src/state/read';
import { nextCell } from '../../../src/ui/cell-keys';
import {
  columnsOf,
  inBrackets,
  laidDown,
  pastedTable,
  readTable,
  resized,
  tableText,
  tooLarge,
  withPart,
} from '../../../src/ui/table';

describe('a table of cells', () => {
  it('is written as link syntax and read back', () => {
    expect(
      tableText([
        ['1', '0'],
        ['0', '2'],
      ]),
    ).toBe('1,0;0,2');
    expect(readTable('1,0;0,2')).toEqual([
      ['1', '0'],
      ['0', '2'],
    ]);
  });

  it('comes back unchanged whatever a reader writes into its cells', () => {
    const cell = fc
      .string()
      .map((text) => text.trim())
      .filter((text) => !/[‚；]/.test(text));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (cells) => {
        expect(readTable(tableText(cells))).toEqual(cells);
      }),
    );
  });

  it('keeps a comma inside its cell, and the reader is told of the point', () => {
    const text = tableText([['0,5', '1']]);
    expect(readTable(text)[0]).toHaveLength(2);
    expect(() => readMatrix(text)).toThrow('write the decimal point, 0.5');
  });

  it('shows rows of different lengths as they are', () => {
    const table = readTable('1,2;3');
    expect(table.map((row) => row.length)).toEqual([2, 1]);
    expect(columnsOf(table)).toBe(2);
  });

  it('grows by zeros and shrinks from the end', () => {
    expect(resized([['1', '2']], 2, 3)).toEqual([
      ['1', '2', '0'],
      ['0', '0', '0'],
    ]);
    expect(
      resized(
        [
          ['1', '2'],
          ['3', '4'],
        ],
        1,
        1,
      ),
    ).toEqual([['1']]);
  });

  it('is pasted from a spreadsheet, a text, a link or a program', () => {
    const table = [
      ['1', '2'],
      ['3', '-4'],
    ];
    for (const text of [
      '1\t2\r\n3\t-4\n',
      '1, 2\n3, -4',
      '1,2;3,-4',
      ' 1 2 \n 3 -4 ',
      '1;2\n3;-4',
      '[[1, 2], [3, -4]]',
    ]) {
      expect(pastedTable(text)).toEqual(table);
    }
  });

  it('from a spreadsheet keeps its decimal commas, and the reader is told of the point', () => {
    const table = pastedTable('0,5\t1,25\n2,5\t3,75')!;
    expect(table.map((row) => row.length)).toEqual([2, 2]);
    expect(() => readMatrix(tableText(table))).toThrow('write the decimal point, 0.5');
    // One column has no tabs: the HTML that comes along tells where it is from.
    const html = '<html><body><table border=0><tr><td>0,5</td></tr></table></body></html>';
    expect(pastedTable('0,5\n2,5\n', html)).toEqual([['0,5'], ['2,5']]);
    expect(pastedTable('0,5\n', html)).toBeUndefined();
  });

  it('leaves one number, good or bad, and words to the cell they are pasted into', () => {
    for (const text of ['0.5', '0,5', ' 1,000\n', '[2]', 'two words', '']) {
      expect(pastedTable(text)).toBeUndefined();
    }
    expect(pastedTable('1, 2')).toEqual([['1', '2']]);
    expect(pastedTable('１\t２')).toEqual([['１', '２']]);
    expect(pastedTable('[1,2]')).toEqual([['1', '2']]);
  });

  it('takes a part from a cell on, or whole wherever it is pasted, if it fits', () => {
    const table = readTable(',,;,,');
    expect(withPart(table, [['1', '2']], 1, 1)).toEqual(readTable(',,;,1,2'));
    expect(withPart(table, readTable('1,2,3;4,5,6'), 1, 2)).toEqual(readTable('1,2,3;4,5,6'));
    expect(withPart(table, [['1', '2']], 0, 2)).toBeUndefined();
    expect(withPart(table, [['1'], ['2']], 1, 0)).toBeUndefined();
  });

  it('too large for its place is refused with its size', () => {
    const table = readTable('1,2,3;4,5,6');
    expect(tooLarge(table, [2, 3])).toBeUndefined();
    expect(tooLarge(table, [2, 2])).toBe('is 2 × 3; at most 2 × 2 fits here');
    expect(tooLarge([['1', '2']], [1, 1])).toBe('has 2 numbers; at most 1 fit here');
  });

  it('of one column lies down as a list', () => {
    expect(laidDown([['1'], ['2']])).toEqual([['1', '2']]);
    expect(laidDown(readTable('1,2;3,4'))).toEqual(readTable('1,2;3,4'));
  });

  it('in brackets is told from other text, and what is wrong is left to reading', () => {
    expect(inBrackets('[1 2; 3 4]')).toEqual(readTable('1,2;3,4'));
    for (const text of ['1,2', '', '[[[1]]]', '[1']) expect(inBrackets(text)).toBeUndefined();
  });
});

describe('keys between cells', () => {
  const table = [
    ['11', '12'],
    ['21', '22'],
  ];
  /** A cell as the keys see it: its position, what is written, and the caret. */
  const cell = (row: number, column: number, start: number, end = start) =>
    ({
      dataset: { row: String(row), column: String(column) },
      value: table[row][column],
      selectionStart: start,
      selectionEnd: end,
    }) as unknown as HTMLInputElement;

  it('up, down and Enter leave a cell wherever the caret stands', () => {
    expect(nextCell(cell(0, 1, 1), 'ArrowDown', table)).toEqual([1, 1]);
    expect(nextCell(cell(1, 1, 1), 'ArrowUp', table)).toEqual([0, 1]);
    expect(nextCell(cell(0, 0, 1), 'Enter', table)).toEqual([1, 0]);
    expect(nextCell(cell(1, 0, 1), 'Enter', table)).toEqual([0, 1]);
  });

  it('left and right leave it only from the edge of what is written, or all selected', () => {
    expect(nextCell(cell(0, 0, 1), 'ArrowRight', table)).toBeUndefined();
    expect(nextCell(cell(0, 0, 2), 'ArrowRight', table)).toEqual([0, 1]);
    expect(nextCell(cell(0, 1, 0), 'ArrowLeft', table)).toEqual([0, 0]);
    expect(nextCell(cell(0, 1, 0, 2), 'ArrowLeft', table)).toEqual([0, 0]);
  });

  it('nothing leads out of the table, and letters stay in the cell', () => {
    expect(nextCell(cell(1, 1, 2), 'ArrowRight', table)).toBeUndefined();
    expect(nextCell(cell(1, 1, 2), 'Enter', table)).toBeUndefined();
    expect(nextCell(cell(0, 0, 2), '5', table)).toBeUndefined();
  });
});
