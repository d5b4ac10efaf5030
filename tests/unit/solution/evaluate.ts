/**
 * Reads a formula back, from plain text or from TeX, and evaluates it by the rules a reader would
 * use. It shares nothing with the printer, and it is strict: two signs in a row, or a power of a
 * power without brackets, are errors, so a bracket left out is found.
 */
export type Names = Readonly<Record<string, number>>;

const TEXT = /\s*(\d+(?:\.\d+)?(?:e−?\d+)?|[A-Za-z][\w₀-₉]*|[−+·/^()|√])/y;
const TEX =
  /\s*(\\frac|\\sqrt|\\left\(|\\right\)|\\cdot|\\,|\\(?:left|right)?\\?[lr]?vert|\d+(?:\.\d+)?|[A-Za-z](?:_\d)?|[-+^(){}])/y;

const SAME: Readonly<Record<string, string>> = {
  '-': '−',
  '\\cdot': '·',
  '\\,': '·',
  '\\left(': '(',
  '\\right)': ')',
  '\\lvert': '|',
  '\\rvert': '|',
  '\\left\\lvert': '|',
  '\\right\\rvert': '|',
  '\\sqrt': '√',
};

function tokensOf(source: string, pattern: RegExp): string[] {
  const found: string[] = [];
  pattern.lastIndex = 0;
  const whole = source.trim();
  while (pattern.lastIndex < whole.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(whole);
    if (!match) throw new Error(`cannot read “${whole.slice(at)}” in “${whole}”`);
    found.push(SAME[match[1]] ?? match[1]);
  }
  return found;
}

class Reader {
  private position = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly names: Names,
  ) {}

  whole(): number {
    const value = this.sum();
    if (this.position < this.tokens.length) {
      throw new Error(`“${this.tokens[this.position]}” is too much in ${this.tokens.join(' ')}`);
    }
    return value;
  }

  private take(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position += 1;
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw new Error(`${token} is missing in ${this.tokens.join(' ')}`);
  }

  private sum(): number {
    let value = this.take('−') ? -this.product() : this.product();
    for (;;) {
      if (this.take('+')) value += this.product();
      else if (this.take('−')) value -= this.product();
      else return value;
    }
  }

  private product(): number {
    let value = this.power();
    for (;;) {
      if (this.take('·')) value *= this.power();
      else if (this.take('/')) value /= this.power();
      else return value;
    }
  }

  private power(): number {
    const base = this.primary();
    return this.take('^') ? base ** this.primary() : base;
  }

  private enclosed(close: string): number {
    const value = this.sum();
    this.expect(close);
    return value;
  }

  private primary(): number {
    if (this.take('(')) return this.enclosed(')');
    if (this.take('{')) return this.enclosed('}');
    if (this.take('|')) return Math.abs(this.enclosed('|'));
    if (this.take('√')) return Math.sqrt(this.primary());
    if (this.take('\\frac')) return this.primary() / this.primary();
    const token = this.tokens[this.position] ?? 'the end';
    this.position += 1;
    if (/^\d/.test(token)) return Number(token.replace('−', '-'));
    if (token === 'e') return Math.E;
    if (token in this.names) return this.names[token];
    throw new Error(`${token} stands where a number should in ${this.tokens.join(' ')}`);
  }
}

export const evaluateText = (text: string, names: Names = {}): number =>
  new Reader(tokensOf(text, TEXT), names).whole();

export const evaluateTex = (tex: string, names: Names = {}): number =>
  new Reader(tokensOf(tex, TEX), names).whole();
