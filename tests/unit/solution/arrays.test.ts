import { describe, expect, test } from 'vitest';
import { add, divide, multiply, sqrt } from '../../../src/solution/arithmetic';
import { matrixOf, vectorOf } from '../../../src/solution/array';
import { given, index, named } from '../../../src/solution/expression';
import { at, column, row } from '../../../src/solution/indexing';
import { lineOf, lineText } from '../../../src/solution/line';
import { dot, matmul, transpose } from '../../../src/solution/linear';
import { softmaxRow, softmaxRows } from '../../../src/solution/softmax';
import { sum } from '../../../src/solution/sums';

const Q = given('Q', [[1, 0], [0, 1]], { role: 'input', part: 'Q' }); // prettier-ignore
const K = given('K', [[1, -3], [0, 2]], { role: 'weight', part: 'K' }); // prettier-ignore
const scores = named('S', matmul(Q, transpose(K)), { part: 'scores' });

/** The parts a line is tied to, in reading order. */
const parts = (expression: Parameters<typeof lineOf>[0]) =>
  [...lineOf(expression).tex.matchAll(/part=([^}]*)/g)].map(([, part]) => part);

describe('parts', () => {
  test('of an entry and of a row are derived from the whole', () => {
    expect(parts(at(Q, 1, 0))).toEqual(['Q.1.0', 'Q.1.0']);
    expect(parts(row(Q, 1))).toEqual(['Q.1', 'Q.1', 'Q.1.0', 'Q.1.1']);
    expect(parts(at(row(Q, 1), 0))).toEqual(['Q.1.0', 'Q.1.0']);
  });

  test('of a column are those of its entries', () => {
    expect(parts(column(K, 1))).toEqual(['K', 'K.0.1', 'K.1.1']);
    expect(parts(at(column(K, 1), 0))).toEqual(['K.0.1', 'K.0.1']);
  });

  test('go with the entries of a transposed matrix', () => {
    expect(at(transpose(K), 0, 1).details.part).toBe('K.1.0');
    expect(lineText(transpose(K))).toBe('Kᵀ = [1, 0; −3, 2]');
  });

  test('of every shown entry of a name', () => {
    expect(parts(scores)).toEqual([
      ...['scores', 'Q', 'K'],
      ...['Q', 'Q.0.0', 'Q.0.1', 'Q.1.0', 'Q.1.1'],
      ...['K', 'K.0.0', 'K.1.0', 'K.0.1', 'K.1.1'],
      ...['scores', 'scores.0.0', 'scores.0.1', 'scores.1.0', 'scores.1.1'],
    ]);
  });

  test('a running index names the whole, an index held fixed one entry', () => {
    const running = sum('k', 0, 1, (k) => at(Q, 1, k));
    expect(parts(running).slice(0, 1)).toEqual(['Q.1']);
    const shifted = sum('k', 0, 1, (k) => at(Q, add(index('i', 0), k), 0));
    expect(parts(shifted).slice(0, 1)).toEqual(['Q']);
    expect(parts(at(Q, index('i', 1), index('j', 0)))[0]).toBe('Q.1.0');
  });

  test('are marked with the role of the whole', () => {
    expect(lineOf(at(Q, 1, 0), 'inline').tex).toBe(
      String.raw`\htmlData{part=Q.1.0}{\htmlClass{role-input}{Q_{\htmlData{slot=0}{1},\htmlData{slot=1}{0}}}}` +
        String.raw` {}=\nobreak \htmlData{part=Q.1.0}{\htmlClass{role-input}{\htmlData{slot=2}{0}}}`,
    );
  });
});

describe('an entry', () => {
  test('that is not there is refused', () => {
    expect(() => at(Q, 2, 0)).toThrow('index 2 is outside 2 × 2');
    expect(() => at(Q, 0, -1)).toThrow('index -1 is outside 2 × 2');
    expect(() => row(Q, 0.5)).toThrow('index 0.5');
    expect(() => column(Q, 2)).toThrow('index 2');
  });

  test('joins the subscript its matrix has already', () => {
    const plain = (tex: string) => lineOf(at(given(tex, [5]), 0), 'inline').faces[0].plain;
    expect(plain('w')).toBe('w_{0}');
    expect(plain('w_i')).toBe('w_{i,0}');
    expect(plain('w_{ij}')).toBe('w_{ij,0}');
    expect(plain("w'")).toBe("w'_{0}");
    expect(plain('w^2')).toBe('{w^2}_{0}');
  });
});

describe('products', () => {
  test('of matrices', () => {
    expect(lineText(scores)).toBe('S = Q·Kᵀ = [1, 0; 0, 1]·[1, 0; −3, 2] = [1, 0; −3, 2]');
    expect(() => matmul(Q, given('V', [[1, 2]]))).toThrow('a product of 2 × 2 and 1 × 2');
  });

  test('of vectors, term by term, from rows and columns', () => {
    expect(lineText(named('s', dot(row(Q, 0), row(K, 0))))).toBe(
      's = Q[0, :]·K[0, :] = 1·1 + 0·(−3) = 1',
    );
    expect(() => dot(row(Q, 0), given('v', [1, 2, 3]))).toThrow('a dot product of 2 numbers and 3');
  });
});

test('scaling and softmax carry rounded numbers on, and say so', () => {
  const scaled = named('A', divide(scores, sqrt(given('d', 2))));
  expect(lineText(scaled)).toBe('A = S/√(d) = [1, 0; −3, 2]/√(2) ≈ [0.707, 0; −2.121, 1.414]');
  const weights = named('W', softmaxRows(scaled));
  expect(lineText(weights)).toBe(
    'W = softmax(A) ≈ softmax([0.707, 0; −2.121, 1.414]) ≈ [0.670, 0.330; 0.028, 0.972]',
  );
});

test('a short softmax is written as fractions, a long one is not, and −∞ weighs nothing', () => {
  const short = named('a', softmaxRow(given('s', [0, -Infinity])));
  expect(lineText(short)).toBe(
    'a = softmax(s) = [e^0/(e^0 + e^(−∞)), e^(−∞)/(e^0 + e^(−∞))] = [1, 0]',
  );
  expect(lineText(softmaxRow(given('s', [0, 0, 0, 0])))).toBe(
    'softmax(s) = softmax([0, 0, 0, 0]) = [0.25, 0.25, 0.25, 0.25]',
  );
});

describe('an array of expressions', () => {
  const entry = (i: number, j = 0) => multiply(at(Q, i, j), 2);

  test('shows in the numbers how each entry came about, where there is room', () => {
    expect(lineText(named('O', matrixOf(2, 2, entry, { tex: '2 Q' })))).toBe(
      'O = 2 Q = [1·2, 0·2; 0·2, 1·2] = [2, 0; 0, 2]',
    );
    expect(lineText(named('O', matrixOf(2, 2, entry, { tex: '2 Q', worked: false })))).toBe(
      'O = 2 Q = [2, 0; 0, 2]',
    );
    expect(lineText(vectorOf(2, entry))).toBe('[Q[0, 0]·2, Q[1, 0]·2] = [1·2, 0·2] = [2, 0]');
  });

  test('keeps its fractions at full size and its rows of them apart', () => {
    const half = matrixOf(2, 1, (i) => divide(at(Q, i, 0), 2), { tex: 'H' });
    expect(lineOf(half).faces[1].plain).toBe(
      String.raw`{}=\nobreak \begin{bmatrix}\displaystyle \frac{1}{2} \\[6pt] \displaystyle \frac{0}{2}\end{bmatrix}`,
    );
  });

  test('times another lets a narrow column break the line between them', () => {
    const [symbols, numbers] = lineOf(scores)
      .faces.slice(-3)
      .map(({ plain }) => plain);
    expect(numbers).toMatch(/bmatrix\}\\,\\allowbreak \\begin\{bmatrix/);
    expect(symbols).not.toContain('allowbreak');
  });

  test('longer than eight either way has dots', () => {
    const size = (rows: number, columns: number) =>
      lineText(matrixOf(rows, columns, (i, j) => at(given('M', [[i + j]]), 0, 0), { tex: 'M' }));
    expect(size(1, 8)).toBe('M = [0, 1, 2, 3, 4, 5, 6, 7]');
    expect(size(1, 9)).toBe('M = [0, 1, 2, 3, 4, 5, ⋯, 8]');
    expect(size(9, 1)).toBe('M = [0; 1; 2; 3; 4; 5; ⋯; 8]');
  });
});
