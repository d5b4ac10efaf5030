import { combine, mapValue, numberAt, type Combined, type ValueOf } from './elementwise';
import { Expression, expressionOf, type Numeric, type Operand } from './expression';
import { entryAt } from './indexing';
import { symbol, type Notation } from './notation';

/** Which face is being written: symbols stand side by side, numbers need a dot between them. */
type Face = 'symbols' | 'numbers';

type Result<T extends readonly Operand[]> = Expression<Combined<ValueOf<T[number]>>>;

/** The least number that float64 has with all its digits. */
const LEAST = 2 ** -1022;

/** Whether an operand is 0 itself. */
const isNothing = ({ value, details }: Expression<Numeric>): boolean =>
  value === 0 && !details.vanished;

/** Whether an operand is too small for float64, or nearly. */
const isTiny = ({ value, details }: Expression<Numeric>): boolean =>
  details.vanished === true ||
  (typeof value === 'number' && value !== 0 && Math.abs(value) < LEAST);

/** Whether a 0 that came of these is none. */
type Vanishes = (operands: readonly Expression<Numeric>[]) => boolean;
const ofTiny: Vanishes = (operands) => operands.some(isTiny);
const ofProduct: Vanishes = (factors) => !factors.some(isNothing);
/** A quotient or a power: whatever it is over, or to, it is 0 only where this is. */
const ofFirst: Vanishes = ([first, second]) => !isNothing(first) && Number.isFinite(second.value);
const ofExponent: Vanishes = ([exponent]) => Number.isFinite(exponent.value);

/** An expression whose two faces are one notation, of the operands' symbols and of their numbers. */
function operation<V extends Numeric>(
  operands: readonly Expression<Numeric>[],
  value: Numeric,
  notation: (operands: readonly Notation[], face: Face) => Notation,
  vanishes: Vanishes = ofTiny,
): Expression<V> {
  const faces = {
    symbols: () =>
      notation(
        operands.map((operand) => operand.symbols),
        'symbols',
      ),
    numbers: () =>
      notation(
        operands.map((operand) => operand.numbers),
        'numbers',
      ),
  };
  const entry = (path: readonly number[]): Expression<number> =>
    operation(
      operands.map((operand) => entryOf(operand, path)),
      numberAt(value, path),
      notation,
      vanishes,
    );
  if (typeof value !== 'number') return new Expression(value as V, faces, { entry });
  return new Expression(
    value as V,
    faces,
    value === 0 && vanishes(operands) ? { vanished: true } : {},
  );
}

/** The entry that goes with those indices; a number goes with every entry. */
const entryOf = (operand: Expression<Numeric>, path: readonly number[]): Expression<Numeric> =>
  typeof operand.value === 'number' ? operand : entryAt(operand, path);

const fold = (
  operands: readonly Expression<Numeric>[],
  f: (x: number, y: number) => number,
): Numeric => operands.map((operand) => operand.value).reduce((a, b) => combine(a, b, f));

const all = (operands: readonly Operand[]): Expression<Numeric>[] => operands.map(expressionOf);

/** a + b + …, entry by entry; a number is added to every entry. */
export function add<const T extends readonly Operand[]>(...terms: T): Result<T> {
  const operands = all(terms);
  return operation(
    operands,
    fold(operands, (x, y) => x + y),
    (bodies) => ({
      kind: 'sum',
      terms: bodies.map((body) => ({ negative: false, body })),
      unrolled: false,
    }),
  );
}

/** a − b, entry by entry. */
export function subtract<const T extends readonly [Operand, Operand]>(...terms: T): Result<T> {
  const operands = all(terms);
  return operation(
    operands,
    fold(operands, (x, y) => x - y),
    (bodies) => ({
      kind: 'sum',
      terms: bodies.map((body, i) => ({ negative: i > 0, body })),
      unrolled: false,
    }),
  );
}

/** −a */
export function negate<T extends Operand>(operand: T): Result<[T]> {
  const body = expressionOf(operand);
  return operation(
    [body],
    mapValue(body.value, (x) => -x),
    ([inner]) => ({
      kind: 'sum',
      terms: [{ negative: true, body: inner }],
      unrolled: false,
    }),
  );
}

/** a·b·…, entry by entry; a number multiplies every entry. The product of matrices is `matmul`. */
export function multiply<const T extends readonly Operand[]>(...terms: T): Result<T> {
  const operands = all(terms);
  const arrays = operands.filter((operand) => typeof operand.value !== 'number').length;
  return operation(
    operands,
    fold(operands, (x, y) => x * y),
    (factors, face) => ({
      kind: 'product',
      factors,
      sign: arrays > 1 ? 'elementwise' : face === 'symbols' ? 'implied' : 'dot',
      unrolled: false,
    }),
    ofProduct,
  );
}

/** A vector or matrix times a number. */
export const scale = <V extends Numeric>(
  body: Expression<V>,
  factor: Operand<number>,
): Expression<V> =>
  multiply<readonly Operand[]>(factor, body) as Expression<Numeric> as Expression<V>;

/** a over b, entry by entry. */
export function divide<const T extends readonly [Operand, Operand]>(...terms: T): Result<T> {
  const operands = all(terms);
  return operation(
    operands,
    fold(operands, (x, y) => x / y),
    ([above, below]) => ({
      kind: 'quotient',
      above,
      below,
    }),
    ofFirst,
  );
}

/** a to the power b. */
export function power<const T extends readonly [Operand, Operand]>(...terms: T): Result<T> {
  const operands = all(terms);
  return operation(
    operands,
    fold(operands, Math.pow),
    ([base, exponent]) => ({ kind: 'power', base, exponent }),
    ofFirst,
  );
}

const entrywise = <T extends Operand>(
  operand: T,
  f: (x: number) => number,
  notation: (body: Notation) => Notation,
  vanishes?: Vanishes,
): Result<[T]> => {
  const body = expressionOf(operand);
  return operation([body], mapValue(body.value, f), ([inner]) => notation(inner), vanishes);
};

/** √a */
export const sqrt = <T extends Operand>(operand: T): Result<[T]> =>
  entrywise(operand, Math.sqrt, (body) => ({ kind: 'root', body }));

/** e to the power a. */
export const exp = <T extends Operand>(operand: T): Result<[T]> =>
  entrywise(
    operand,
    Math.exp,
    (exponent) => ({ kind: 'power', base: symbol('e'), exponent }),
    ofExponent,
  );

/** |a| */
export const abs = <T extends Operand>(operand: T): Result<[T]> =>
  entrywise(operand, Math.abs, (body) => ({ kind: 'fence', fence: 'absolute', body }));

/** The whole number below a, or a itself where it is one. */
export const floor = <T extends Operand>(operand: T): Result<[T]> =>
  entrywise(operand, Math.floor, (body) => ({ kind: 'fence', fence: 'floor', body }));

/** A function by its symbol, of every entry: `apply('\\sigma', logistic, z)`. */
export const apply = <T extends Operand>(
  tex: string,
  f: (x: number) => number,
  operand: T,
): Result<[T]> => entrywise(operand, f, (body) => ({ kind: 'call', tex, arguments: [body] }));

/** The natural logarithm. */
export const log = <T extends Operand>(operand: T): Result<[T]> => apply('\\ln', Math.log, operand);

export const tanh = <T extends Operand>(operand: T): Result<[T]> =>
  apply('\\tanh', Math.tanh, operand);

export const sin = <T extends Operand>(operand: T): Result<[T]> =>
  apply('\\sin', Math.sin, operand);

export const cos = <T extends Operand>(operand: T): Result<[T]> =>
  apply('\\cos', Math.cos, operand);
