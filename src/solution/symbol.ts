import { lowered, raised } from './scripts';

/** Commands that are one character in plain text, or a space. */
const CHARACTERS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  nabla: '∇',
  partial: '∂',
  ell: 'ℓ',
  infty: '∞',
  cdot: '·',
  cdots: '⋯',
  ldots: '…',
  times: '×',
  odot: '⊙',
  star: '⋆',
  ast: '∗',
  top: 'ᵀ',
  mid: '|',
  vert: '|',
  Vert: '‖',
  lfloor: '⌊',
  rfloor: '⌋',
  sum: ' Σ',
  prod: ' Π',
  div: '÷',
  circ: '°',
  prime: '′',
  lVert: '‖',
  rVert: '‖',
  le: '≤',
  ge: '≥',
  ne: '≠',
  approx: '≈',
  to: '→',
  quad: ' ',
  qquad: ' ',
};

/** Names that mathematics sets upright. */
const FUNCTIONS = new Set(
  'arccos arcsin arctan arg cos det exp lim ln log max min sin tanh'.split(' '),
);

/** Accents that follow their letter in plain text. */
const ACCENTS: Readonly<Record<string, string>> = {
  tilde: '\u0303',
  hat: '\u0302',
  bar: '\u0304',
  vec: '\u20d7',
  dot: '\u0307',
};

const UPRIGHT = /^(text|mathrm|mathbf|mathit|mathcal|boldsymbol|operatorname)$/;
const UNSEEN = /^(left|right|[bB]igg?[lr]?|displaystyle|nobreak|!)$/;

/** What stands above or below a line of division, so that it reads as one. */
const held = (text: string): string =>
  /[ +−·]|\d\p{L}/u.test(text.trim()) ? `(${text.trim()})` : text.trim();

/** Operators with room around them; a sign stands close to what it belongs to. */
const OPERATORS = /\s*([·×÷⊙⋆≤≥≠≈→<>=]|(?<!\de)(?<=[\p{L}\p{N}\p{M})\]⌋ᵀ*′])\s*[+−])\s*/gu;

/** Reads TeX token by token. */
class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(tex: string) {
    // What follows a command's name only ends it.
    this.tokens = tex.match(/\\(?:[a-zA-Z]+\*?\s*|[^])|\s+|[^]/g) ?? [];
  }

  /** All up to a token that ends it, or to the end. */
  until(end?: string): string {
    let text = '';
    let afterScript = false;
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at++];
      if (token === end) break;
      const isScript = token === '_' || token === '^';
      const piece = isScript ? this.script(token) : this.piece(token);
      // What follows an index is another factor.
      const apart = afterScript && /^[\p{L}\d]/u.test(piece);
      text += (apart ? ' ' : '') + piece;
      if (piece !== '') afterScript = isScript;
    }
    return text;
  }

  private piece(token: string): string {
    if (token === '{') return this.until('}');
    if (/^\s/.test(token)) return ' ';
    if (token === '-') return '−';
    if (token === "'") return '′';
    return token.startsWith('\\') ? this.command(token) : token;
  }

  private command(token: string): string {
    const name = token.slice(1).trim().replace('*', '') || ' ';
    if (name in ACCENTS) return accented(this.argument(), ACCENTS[name]);
    if (UPRIGHT.test(name)) return this.words();
    if (/^[td]?frac$/.test(name)) return `${held(this.argument())}/${held(this.argument())}`;
    if (name === 'sqrt') return rooted(this.argument());
    if (name === 'begin') return this.environment();
    if (UNSEEN.test(name)) return '';
    if (/^[,;: ]$/.test(name)) return ' ';
    if (/^[{}%&_#]$/.test(name)) return name;
    if (FUNCTIONS.has(name))
      return ` ${name}${/^[(_^{]/.test(this.tokens[this.at] ?? '(') ? '' : ' '}`;
    // One that is not known is left as it is, for a test to find.
    return CHARACTERS[name] ?? token;
  }

  /** The one token or the group that a command is about. */
  private argument(): string {
    while (/^\s/.test(this.tokens[this.at] ?? '')) this.at += 1;
    return this.piece(this.tokens[this.at++] ?? '');
  }

  /** A group of words, spaces included; without a group, what one letter is. */
  private words(): string {
    if (this.tokens[this.at] !== '{') return this.argument();
    const from = this.tokens.indexOf('{', this.at) + 1;
    const to = this.tokens.indexOf('}', from);
    this.at = to + 1;
    return this.tokens.slice(from, to).join('').replaceAll('\\_', '_');
  }

  private script(sign: string): string {
    const text = spaced(this.argument()).trim();
    return sign === '_' ? lowered(text.replace(/ ([+−]) /g, '$1')) : raised(text);
  }

  /** Cases: a value and its condition in every row. */
  private environment(): string {
    const name = this.argument();
    let inside = '';
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at++];
      if (token.trim() === '\\end' && this.argument() === name) break;
      inside += token;
    }
    const rows = inside.split('\\\\').map((row) => row.split('&').map(plainSymbol));
    return `{ ${rows.map(([value, ...when]) => [value, ...when].join(' if ')).join('; ')} }`;
  }
}

const accented = (letter: string, accent: string): string =>
  letter.length === 1 ? (letter + accent).normalize('NFC') : letter;

const rooted = (body: string): string => (body.length === 1 ? `√${body}` : `√(${body})`);

const spaced = (text: string): string =>
  text
    .replace(OPERATORS, ' $1 ')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    // A sign before all else, and what stands in brackets.
    .replace(/(^|[(=/·×]) ?− /g, '$1−')
    .replace(/([([⌊]) /g, '$1')
    .replace(/ ([)\]⌋])/g, '$1');

/**
 * A symbol's TeX as a line of plain text: `\tilde c_{t-1}` becomes `c̃ₜ₋₁`, `p_{\max}` `p_max` and
 * `\mathrm{lr}` `lr`.
 */
export const plainSymbol = (tex: string): string => spaced(new Reader(tex).until()).trim();

/** A label that is a letter, perhaps with an index, as of a symbol: `w0`, `d_k`, `θ`; else nothing. */
export function letterOf(
  label: string,
): { readonly letter: string; readonly index: string } | undefined {
  const [, letter, index] = /^(\p{L})(\d*|_\w+)$/u.exec(label) ?? [];
  return letter ? { letter, index: index.replace('_', '') } : undefined;
}
