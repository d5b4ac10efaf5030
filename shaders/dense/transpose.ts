import { kernel, spread } from '../../src/compute/kernel';
import wgsl from './transpose.wgsl?raw';

/** Rows become columns, in each matrix of a batch. */
export default kernel({
  name: 'transpose',
  dimensions: ['batch', 'rows', 'columns'],
  reads: { matrices: { shape: ['batch', 'rows', 'columns'] } },
  writes: { transposed: { shape: ['batch', 'columns', 'rows'] } },
  variants: {
    direct: {
      wgsl,
      workgroups: ({ batch, rows, columns }) => spread(batch * rows * columns, 64),
    },
  },
  cpu({ dimensions: { batch, rows, columns }, buffers: { matrices, transposed } }) {
    for (let each = 0; each < batch; each += 1) {
      const first = each * rows * columns;
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          transposed[first + column * rows + row] = matrices[first + row * columns + column];
        }
      }
    }
  },
  bound: { absolute: 0, relative: 0, why: 'numbers are moved, not computed' },
  edges: [
    {
      title: 'a 2 × 3 matrix becomes 3 × 2',
      dimensions: { batch: 1, rows: 2, columns: 3 },
      buffers: { matrices: [1, 2, 3, 4, 5, 6] },
      expected: { transposed: [1, 4, 2, 5, 3, 6] },
    },
    {
      title: 'each matrix of a batch turns by itself',
      dimensions: { batch: 2, rows: 1, columns: 2 },
      buffers: { matrices: [1, 2, 3, 4] },
      expected: { transposed: [1, 2, 3, 4] },
    },
  ],
});
