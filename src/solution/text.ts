import { MINUS } from '../math/format';
import type { Comparison, NotationOf } from './notation';
import type { Numeral } from './number';
import { atom, held, level, type Style, type Written } from './print';
import { plainSymbol } from './symbol';

const FENCES: Readonly<Record<NotationOf<'fence'>['fence'], readonly [string, string]>> = {
  absolute: ['|', '|'],
  norm: ['‖', '‖'],
  floor: ['⌊', '⌋'],
};

/** A formula as a line of text, for screen readers, labels and tests: `z = 0.5·2 + (−0.3)·1`. */
export const textStyle: Style = {
  plus: ' + ',
  minus: ` ${MINUS} `,
  negative: MINUS,
  dots: '⋯',
  verticalDots: '⋯',

  bracket: (text) => `(${text})`,

  number({ negative, digits, exponent }: Numeral): Written {
    const power = exponent ? `e${exponent.negative ? MINUS : ''}${exponent.digits}` : '';
    const text = digits + power;
    return negative ? { text: MINUS + text, level: level.sum, minus: true } : atom(text);
  },

  symbol: (tex) => atom(plainSymbol(tex)),
  word: (text) => text,
  times: (sign) => (sign === 'elementwise' ? ' ⊙ ' : '·'),

  quotient(above, below) {
    const text = `${held(above, level.product, textStyle)}/${held(below, level.power, textStyle)}`;
    return { text, level: level.product };
  },

  power(base, exponent) {
    const text = `${held(base, level.atom, textStyle)}^${held(exponent, level.atom, textStyle)}`;
    return { text, level: level.power };
  },

  root: (body) => atom(`√(${body.text})`),

  fence(fence: NotationOf<'fence'>['fence'], body) {
    const [open, close] = FENCES[fence];
    return atom(open + body.text + close);
  },

  call: (tex, list) => atom(`${plainSymbol(tex)}(${list.join(', ')})`),
  array: (rows) => atom(`[${rows.map((row) => row.join(', ')).join('; ')}]`),
  table: (heads, rows) =>
    atom(`${heads.join(', ')}: ${rows.map((row) => row.join(', ')).join('; ')}`),
  transposed: (body) => ({ text: `${held(body, level.atom, textStyle)}ᵀ`, level: level.power }),

  indexed: (body, subscripts) =>
    atom(`${held(body, level.power, textStyle)}[${subscripts.join(', ')}]`),

  big(operator, index, from, to, body) {
    return `${operator === 'sum' ? 'Σ' : 'Π'}(${index} = ${from} … ${to}) ${body}`;
  },

  relation: (left: string, sign: Comparison, right: string) => `${left} ${sign} ${right}`,

  cases(branches) {
    const lines = branches.map(({ body, condition }) =>
      condition ? `${body} if ${condition}` : `${body} otherwise`,
    );
    return `{ ${lines.join('; ')} }`;
  },

  since: (body, condition) => `${body} since ${condition}`,
  mark: (text) => text,
};
