import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { print } from '../../../src/math/format';
import { BadValue, numbersIn, readMatrix, readVector } from '../../../src/state/read';
import { pastedCells, writtenCells } from '../../../src/state/read-table';

const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((x) => (Object.is(x, -0) ? 0 : x));
const matrices = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(finite, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

const square = [
  [1, 2],
  [3, 4],
];
const pasted = (text: string, spreadsheet = false): number[][] =>
  numbersIn(pastedCells(text, { spreadsheet })).map((row) => row.map(({ value }) => value));

describe('a matrix in brackets', () => {
  it.each([
    ['[[1, 2], [3, 4]]'],
    ['[[1,2],[3,4]],'],
    ['[[1. 2.]\n [3. 4.]]'],
    ['array([[1., 2.],\n       [3., 4.]])'],
    ['np.array([[1, 2], [3, 4]], dtype=float)'],
    ['W = torch.tensor([\n    [1, 2],\n    [3, 4],\n])'],
    ["tensor([[1., 2.],\n        [3., 4.]], device='cuda:0', grad_fn=<AddmmBackward0>)"],
    ['tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)'],
    [
      '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>',
    ],
    ['[1 2; 3 4]'],
    ['Float32[1.0 2.0; 3.0 4.0]'],
    ['A = [1, 2; ...\n     3, 4]'],
    ['A = [1, 2; 3, 4];'],
    ['[1 2\n 3 4]'],
    ['[1 2;\n 3 4]'],
    [String.raw`\begin{bmatrix}1 & 2 \\ 3 & 4\end{bmatrix}`],
    [String.raw`$$A = \begin{pmatrix} 1 & 2 \\[2pt] 3 & 4 \\ \end{pmatrix}.$$`],
    [String.raw`\bigl(\begin{smallmatrix}1&2\\3&4\end{smallmatrix}\bigr)`],
    [String.raw`\left[\begin{array}{cc} 1 & 2 \\ \hline 3 & 4 \end{array}\right]`],
    [String.raw`{}=\nobreak \begin{bmatrix}1 & 2 \\ 3 & 4\end{bmatrix}`],
  ])('%s is read, as a link and when pasted', (text) => {
    expect(readMatrix(text)).toEqual(square);
    expect(pasted(text)).toEqual(square);
  });

  it('has numbers of its own language', () => {
    const tex = String.raw`\begin{bmatrix}\frac{3}{5} & {-}1 \\ 1.5\cdot 10^{-7} & \phantom{-}2\end{bmatrix}`;
    expect(readMatrix(tex)).toEqual([
      [0.6, -1],
      [1.5e-7, 2],
    ]);
    expect(readMatrix(String.raw`\begin{bmatrix}-\frac12 & \tfrac{1}{4}\end{bmatrix}`)).toEqual([
      [-0.5, 0.25],
    ]);
    expect(readMatrix('[[1e-03 2.5e+02]]')).toEqual([[0.001, 250]]);
    expect(readMatrix('tensor([[ 0.5000, -0.3000]])')).toEqual([[0.5, -0.3]]);
    expect(readMatrix('[3/5 1.2 * 10^-3; −1 +2]')).toEqual([
      [0.6, 0.0012],
      [-1, 2],
    ]);
  });

  it('is a vector where one is asked for, lying or standing', () => {
    for (const text of ['[1, 2]', '[1 2]', 'array([1, 2])', '[1; 2]', '[[1], [2]]', '[[1 2]]']) {
      expect(readVector(text)).toEqual([1, 2]);
    }
    expect(readVector(String.raw`\begin{pmatrix}1\\2\end{pmatrix}`)).toEqual([1, 2]);
    expect(() => readVector('[1 2; 3 4]')).toThrow('has 2 rows; one fits here');
  });

  it.each<[string, string]>([
    ['[[1, 2], [3]]', 'the first has 2, row 2 has 1'],
    ['[[[1, 2], [3, 4]]]', 'nested more than two deep'],
    ['[]', 'is empty'],
    ['[1 000; 2 000]', 'digits in groups; write 1000'],
    ['[0,5 1,25; 2,5 3,75]', 'write the decimal point, 0.5'],
    ['[[0,5, 1,25], [2,5, 3,75]]x', 'not a number'],
    ['[[1, 2], 7, [3, 4]]', 'not a number'],
    ['2 * [[1, 2], [3, 4]]', 'not a number'],
    ['[1 2] + [3 4]', 'not a number'],
    ["[1 2; 3 4]'", 'not a number'],
    ['A[1, 2]', 'not a number'],
    [String.raw`2\begin{bmatrix}1 & 2\end{bmatrix}`, 'more than a matrix'],
    [String.raw`\begin{bmatrix}1\end{bmatrix}\begin{bmatrix}2\end{bmatrix}`, 'several matrices'],
    [String.raw`\begin{bmatrix}1 & x\end{bmatrix}`, '“x” is not a number'],
    [String.raw`\begin{bmatrix}1{,}5 & 2\end{bmatrix}`, 'write the decimal point, 1.5'],
  ])('%s is refused: %s', (text, sentence) => {
    expect(() => readMatrix(text)).toThrow(BadValue);
    expect(() => readMatrix(text)).toThrow(sentence);
  });
});

describe('what is pasted', () => {
  it.each([
    ['1\t2\r\n3\t4\r\n'],
    ['1\t2\r3\t4'],
    ['1, 2\n3, 4'],
    ['1,2\n3,4\n'],
    ['1,2;3,4'],
    ['1,2;\n3,4;'],
    ['1;2\n3;4'],
    [' 1 2 \n 3 4 '],
    ['1 2; 3 4'],
    ['A =\n\n     1     2\n     3     4\n\n'],
    ['2×2 Matrix{Int64}:\n 1  2\n 3  4'],
    ['2×2 adjoint(::Matrix{Float64}) with eltype Float64:\n 1.0  2.0\n 3.0  4.0'],
    ['１\t２\n３\t４'],
    ['| 1 | 2 |\n|---|--:|\n| 3 | 4 |'],
    ['|  |  |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |'],
  ])('%j is a table', (text) => {
    expect(pasted(text)).toEqual(square);
  });

  it('from a spreadsheet splits at its own tabs and lines only', () => {
    expect(pastedCells('0,5\t1,25\r\n2,5\t3,75\r\n')).toEqual([
      ['0,5', '1,25'],
      ['2,5', '3,75'],
    ]);
    expect(() => pasted('0,5\t1,25\n2,5\t3,75')).toThrow('write the decimal point, 0.5');
    expect(pastedCells('0,5\n2,5\n', { spreadsheet: true })).toEqual([['0,5'], ['2,5']]);
    expect(() => pasted('1,000\t2,500')).toThrow('can be read as 1000 or as 1.000');
    expect(pastedCells('1 000\t2\n\t3')).toEqual([
      ['1 000', '2'],
      ['', '3'],
    ]);
  });

  it('with decimal commas from a text file keeps them in their cells, too', () => {
    for (const text of ['0,5;1,25\n2,5;3,75', '0,5 1,25\n2,5 3,75']) {
      expect(pastedCells(text)).toEqual([
        ['0,5', '1,25'],
        ['2,5', '3,75'],
      ]);
    }
  });

  it('has a narrow space inside a number, not between two', () => {
    expect(() => pasted('1\u202f000 2')).toThrow('write 1000');
  });
});

it('vectors and matrices survive a link, a list of Python and the clipboard', () => {
  fc.assert(
    fc.property(matrices, (m) => {
      expect(readMatrix(print(m))).toEqual(m);
      expect(readVector(print(m[0]))).toEqual(m[0]);
      expect(readMatrix(JSON.stringify(m))).toEqual(m);
      for (const [cell, row] of [
        ['\t', '\n'],
        [', ', '\n'],
        [' ', '\n'],
        [' ', ';'],
      ]) {
        expect(pasted(m.map((entries) => entries.map(print).join(cell)).join(row))).toEqual(m);
      }
    }),
  );
});

it('nothing but a sentence is thrown, whatever is written or pasted', () => {
  const pieces = fc.constantFrom(
    ...[
      '1',
      '2.5',
      '|---|',
      '-',
      ',',
      ';',
      '\t',
      '\n',
      ' ',
      '[',
      ']',
      '[[',
      '|',
      '&',
      '\\\\',
      '(',
      ')',
    ],
    ...['array(', 'x = ', '\\begin{bmatrix}', '\\end{bmatrix}', '\\frac{1}{2}', '0,5', '--'],
  );
  const written = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(written, fc.boolean(), (text, spreadsheet) => {
      for (const read of [readMatrix, readVector, (t: string) => pasted(t, spreadsheet)]) {
        try {
          const numbers = read(text).flat();
          expect(numbers.length).toBeGreaterThan(0);
          expect(numbers.every(Number.isFinite)).toBe(true);
        } catch (error) {
          if (!(error instanceof BadValue)) throw error;
        }
      }
    }),
    { numRuns: 1000 },
  );
}, 30_000);

it('long enough to be an attack is done with at once', () => {
  const blank = ' '.repeat(2e5);
  for (const text of [
    `[1]${blank}x`,
    `[1${blank}x`,
    `[1,${blank}x]`,
    '['.repeat(2e5),
    `1${blank};x`,
  ]) {
    const begun = performance.now();
    expect(() => readMatrix(text)).toThrow(BadValue);
    writtenCells(text);
    expect(performance.now() - begun).toBeLessThan(2000);
  }
});
