/** Commands that are one character in plain text. */
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

/** Accents that follow their letter in plain text. */
const ACCENTS: Readonly<Record<string, string>> = {
  tilde: '\u0303',
  hat: '\u0302',
  bar: '\u0304',
  vec: '\u20d7',
  dot: '\u0307',
};

/** A symbol's TeX as plain text: `\tilde c_{t-1}` becomes `c̃_{t−1}`, `\mathrm{lr}` becomes `lr`. */
export function plainSymbol(tex: string): string {
  return tex
    .replace(/\\(tilde|hat|bar|vec|dot)\s*\{?(\w)\}?/g, (_, accent: string, letter: string) =>
      (letter + ACCENTS[accent]).normalize('NFC'),
    )
    .replace(
      /\\(?:text|mathrm|mathbf|mathit|mathcal|boldsymbol|operatorname)\*?\s*\{([^{}]*)\}/g,
      '$1',
    )
    .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\([a-zA-Z]+) ?/g, (_, name: string) => CHARACTERS[name] ?? name)
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/[·×⊙⋆∗≤≥≠≈→]/g, ' $& ')
    .replace(/([_^])\{(\w|ᵀ)\}/g, '$1$2')
    .replace('^ᵀ', 'ᵀ')
    .replaceAll('-', '−')
    .replace(/\s+/g, ' ')
    .trim();
}
