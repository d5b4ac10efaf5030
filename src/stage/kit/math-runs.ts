import { MINUS } from '../../math/format';

/** A stretch of a label: how it is set, and how many times it is raised (lowered below 0). */
export interface Run {
  readonly text: string;
  readonly face: 'sans' | 'italic';
  readonly level: number;
}

/** What the TeX of a label may name, and how it is written. */
const SIGNS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  varphi: 'φ',
  cdot: '·',
  times: '×',
  div: '÷',
  sqrt: '√',
  ell: 'ℓ',
  pm: '±',
  approx: '≈',
  le: '≤',
  ge: '≥',
  ne: '≠',
  to: '→',
  infty: '∞',
  nabla: '∇',
  partial: '∂',
  ast: '∗',
  top: '⊤',
  ldots: '…',
  lVert: '‖',
  rVert: '‖',
  '|': '‖',
  ',': '\u2009',
  ' ': ' ',
  '%': '%',
  '{': '{',
  '}': '}',
};

/** Names of functions, set upright. */
const FUNCTIONS = ['log', 'ln', 'exp', 'max', 'min', 'tanh', 'sin', 'cos'];

const THIN = '\u2009';
/** Stands over the letter before it. */
const TILDE = '\u0303';
const RELATION = /^[=<>≈≤≥≠→]$/;
const OPERATOR = /^[+−×±·÷]$/;
/** What a sign follows that belongs to one number: `(−2`. */
const OPENS = /[(=<>≈≤≥≠→+−×±·÷,[{]\u2009?$/;
/** `2e−156` is one number, and no product with e. */
const TOKEN = /\d[\d.]*e[-−]?\d+|\\(?:text|mathrm|operatorname)\{[^}]*\}|\\[A-Za-z]+|\\.|\S/g;

/** Reads a label: text, with mathematics between dollar signs. */
export const runsOf = (label: string): Run[] =>
  label
    .split('$')
    .flatMap((text, i) => (i % 2 ? runsOfMath(text) : [{ text, face: 'sans' as const, level: 0 }]))
    .filter(({ text }) => text !== '');

/** Reads the TeX that labels need: letters, signs, words, subscripts and superscripts. */
function runsOfMath(tex: string): Run[] {
  const tokens = tex.match(TOKEN) ?? [];
  const runs: Run[] = [];
  const read = (level: number): void => {
    const token = tokens.shift() ?? '';
    if (token === '^' || token === '_') return read(level + (token === '^' ? 1 : -1));
    if (token === '{') {
      while (tokens.length > 0 && tokens[0] !== '}') read(level);
      tokens.shift();
      return;
    }
    if (token === '\\tilde') {
      read(level);
      const letter = runs.pop();
      if (letter) runs.push({ ...letter, text: letter.text + TILDE });
      return;
    }
    const [text, face] = set(token);
    const before = runs.at(-1)?.text;
    const alone =
      level !== 0 || before === undefined || (OPERATOR.test(text) && OPENS.test(before));
    const spaced = RELATION.test(text) || (OPERATOR.test(text) && text !== '·');
    runs.push({ text: spaced && !alone ? THIN + text + THIN : text, face, level });
  };
  while (tokens.length > 0) read(0);
  return runs;
}

/** How one token is set. */
function set(token: string): [string, Run['face']] {
  const word = /^\\\w+\{(.*)\}$/.exec(token)?.[1];
  if (word !== undefined) return [word, 'sans'];
  if (token === "'") return ['′', 'sans'];
  const name = token.slice(1);
  const text = token.startsWith('\\') ? (SIGNS[name] ?? name) : token.replace('-', MINUS);
  const letter = /^[A-Za-zα-ω]$/.test(text) && !FUNCTIONS.includes(name);
  return [text, letter ? 'italic' : 'sans'];
}
