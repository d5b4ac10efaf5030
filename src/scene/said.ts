import type { Expression } from '../solution/expression';
import { lineText } from '../solution/line';
import { plainText } from '../solution/math-text';
import type { Step } from '../solution/step';

/** What a step says, as plain text. */
export const saidIn = ({ say }: Step): string =>
  say.map((piece) => (typeof piece === 'string' ? plainText(piece) : symbolIn(piece))).join('');

/** What prose shows of an expression: its symbol. */
const symbolIn = (piece: Expression): string => lineText(piece).split(/ [=≈] /)[0];
