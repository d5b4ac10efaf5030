import type { Role } from '../math/role';
import type { Comparison, Notation, NotationOf } from './notation';
import type { Numeral } from './number';
import { atom, held, level, type Factor, type Style, type Written } from './print';

/** What is special to TeX, as it is written inside \text. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escapeText = (text: string): string =>
  text.replace(/[\\~^{}$&#%_]/g, (mark) => ESCAPES[mark] ?? `\\${mark}`);

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  '<': '<',
  '≤': '\\le ',
  '=': '=',
  '≠': '\\ne ',
  '≥': '\\ge ',
  '>': '>',
};

const FENCES: Readonly<Record<NotationOf<'fence'>['fence'], readonly [string, string]>> = {
  absolute: ['\\lvert', '\\rvert'],
  norm: ['\\lVert', '\\rVert'],
  floor: ['\\lfloor', '\\rfloor'],
};

/** Fractions, arrays and big operators stand taller than a plain bracket. */
const isTall = (tex: string): boolean => /\\(frac|begin|sum|prod|sqrt)(?![a-zA-Z])/.test(tex);

const startsWithNumber = (notation: Notation): boolean => {
  if (notation.kind === 'number') return true;
  if (notation.kind === 'marked') return startsWithNumber(notation.body);
  return notation.kind === 'power' && startsWithNumber(notation.base);
};

/** A subscript joins one that is there: TeX allows a symbol only one. */
function subscripted(tex: string, subscript: string): string {
  const there = /^(.*)_(?:\{([^{}]*)\}|([^\\{}]|\\[a-zA-Z]+))$/.exec(tex);
  if (there) return `${there[1]}_{${there[2] ?? there[3]},${subscript}}`;
  return /[_^]/.test(tex) ? `{${tex}}_{${subscript}}` : `${tex}_{${subscript}}`;
}

/** TeX for KaTeX, unmarked: what a reader copies, and what screen readers are given. */
export class TexStyle implements Style {
  readonly plus = ' + ';
  readonly minus = ' - ';
  readonly negative = '-';
  readonly dots = '\\cdots ';
  readonly verticalDots = '\\vdots ';

  bracket(text: string): string {
    return isTall(text) ? `\\left(${text}\\right)` : `(${text})`;
  }

  /** The digits of a live number. */
  protected slot(digits: string): string {
    return digits;
  }

  number({ negative, digits, exponent }: Numeral): Written {
    const sign = negative ? '-' : '';
    const loose = negative ? { level: level.sum, minus: true } : {};
    if (!/^\d/.test(digits)) {
      const text = digits === '∞' ? '\\infty ' : `\\text{${escapeText(digits)}}`;
      return { ...atom(sign + text), ...loose };
    }
    if (!exponent) return { ...atom(sign + this.slot(digits)), ...loose };
    const factor = digits === '1' ? '' : `${this.slot(digits)} \\cdot `;
    const power = `10^{${exponent.negative ? '-' : ''}${this.slot(exponent.digits)}}`;
    return { text: sign + factor + power, level: factor ? level.product : level.power, ...loose };
  }

  symbol(tex: string): Written {
    return { text: tex, level: tex.includes('^') ? level.power : level.atom };
  }

  word(text: string): string {
    return `\\text{${escapeText(text)}}`;
  }

  times(sign: NotationOf<'product'>['sign'], left: Factor, right: Factor): string {
    if (sign === 'elementwise') return ' \\odot ';
    if (left.elision || right.elision) return '\\,';
    // Between two matrices, which are wide, a narrow column may break the line.
    if (left.notation.kind === 'array' && right.notation.kind === 'array')
      return '\\,\\allowbreak ';
    // “2(w − c)” is read as a product, but “η(w − c)” as a function of w − c.
    const clear =
      !startsWithNumber(right.notation) && (!right.bracketed || startsWithNumber(left.notation));
    return sign === 'implied' && clear ? '\\,' : ' \\cdot ';
  }

  quotient(above: Written, below: Written): Written {
    return { text: `\\frac{${above.text}}{${below.text}}`, level: level.product };
  }

  power(base: Written, exponent: Written): Written {
    return { text: `${held(base, level.atom, this)}^{${exponent.text}}`, level: level.power };
  }

  root(body: Written): Written {
    return atom(`\\sqrt{${body.text}}`);
  }

  fence(fence: NotationOf<'fence'>['fence'], body: Written): Written {
    const [open, close] = FENCES[fence];
    const [left, right] = isTall(body.text) ? ['\\left', '\\right'] : ['', ''];
    return atom(`${left}${open} ${body.text}${right}${close} `);
  }

  call(tex: string, list: readonly string[]): Written {
    return atom(tex + this.bracket(list.join(',\\, ')));
  }

  array(rows: readonly (readonly string[])[]): Written {
    // TeX shrinks fractions in arrays, and would let two rows of full-sized ones touch.
    const full = (cell: string) => (isTall(cell) ? `\\displaystyle ${cell}` : cell);
    const end = rows.some((row) => row.some(isTall)) ? ' \\\\[6pt] ' : ' \\\\ ';
    const body = rows.map((row) => row.map(full).join(' & ')).join(end);
    return atom(`\\begin{bmatrix}${body}\\end{bmatrix}`);
  }

  table(heads: readonly string[], rows: readonly (readonly string[])[]): Written {
    const columns = `r|${'r'.repeat(Math.max(0, heads.length - 1))}`;
    const body = rows.map((row) => row.join(' & ')).join(' \\\\ ');
    return atom(`\\begin{array}{${columns}}${heads.join(' & ')} \\\\ \\hline ${body}\\end{array}`);
  }

  transposed(body: Written): Written {
    return { text: `${held(body, level.atom, this)}^\\top `, level: level.power };
  }

  indexed(body: Written, subscripts: readonly string[]): Written {
    const text = body.level < level.power ? this.bracket(body.text) : body.text;
    return atom(subscripted(text, subscripts.join(',')));
  }

  big(operator: 'sum' | 'product', index: string, from: string, to: string, body: string): string {
    return `\\${operator === 'sum' ? 'sum' : 'prod'}_{${index}=${from}}^{${to}} ${body}`;
  }

  relation(left: string, sign: Comparison, right: string): string {
    return `${left} ${COMPARISONS[sign]} ${right}`;
  }

  cases(branches: readonly { body: string; condition?: string }[]): string {
    const lines = branches.map(
      ({ body, condition }) =>
        `${body} & ${condition ? `\\text{if } ${condition}` : '\\text{otherwise}'}`,
    );
    return `\\begin{cases}${lines.join(' \\\\ ')}\\end{cases}`;
  }

  since(body: string, condition: string): string {
    // In braces, a minus at its beginning is a sign.
    return `${body}\\quad\\text{since } {${condition}}`;
  }

  mark(text: string, _role: Role | undefined, _part: string | undefined): string {
    return text;
  }
}

/** TeX with its roles, parts and live numbers marked; numbers are counted in reading order. */
export class MarkedTexStyle extends TexStyle {
  /** The digits of the live numbers so far. */
  readonly slots: string[] = [];

  protected override slot(digits: string): string {
    this.slots.push(digits);
    return `\\htmlData{slot=${this.slots.length - 1}}{${digits}}`;
  }

  override mark(text: string, role: Role | undefined, part: string | undefined): string {
    const coloured = role ? `\\htmlClass{role-${role}}{${text}}` : text;
    return part ? `\\htmlData{part=${part}}{${coloured}}` : coloured;
  }
}
