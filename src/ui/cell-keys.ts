import type { Table } from './table';

/**
 * The cell a key leads to from an input with `data-row` and `data-column`: up, down and Enter always
 * move, left and right only from the edge of what is written. Nothing when the key stays inside.
 */
export function nextCell(
  input: HTMLInputElement,
  key: string,
  table: Table,
): readonly [number, number] | undefined {
  const row = Number(input.dataset.row);
  const column = Number(input.dataset.column);
  const { selectionStart: start, selectionEnd: end, value } = input;
  const all = start === 0 && end === value.length;
  const moves: Record<string, readonly [number, number] | undefined> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    Enter: row + 1 < table.length ? [row + 1, column] : [0, column + 1],
    ArrowLeft: all || end === 0 ? [row, column - 1] : undefined,
    ArrowRight: all || start === value.length ? [row, column + 1] : undefined,
  };
  const next = moves[key];
  return next && table[next[0]]?.[next[1]] !== undefined ? next : undefined;
}
