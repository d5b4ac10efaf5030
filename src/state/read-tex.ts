import { BadValue } from './bad-value';

const ENVIRONMENT =
  /\\begin\{(\w*matrix\*?|array)\}(?:\[[^\]]*\])?(?:\{[^}]*\})?([^]*?)\\end\{\1\}/g;

/** What decorates a matrix: dollar signs, brackets of its own, and the name it is given. */
const DECORATION =
  /^(?:[^=≈]*(?:=|≈|\\approx))?(?:[\s$&.,;{}]|\\nobreak|\\displaystyle|\\(?:left|right|[bB]igg?[lr]?)\W|\\[[\]()]|[()[\]])*$/;

/** The cells of a LaTeX matrix, each written plainly; nothing if the text has none. */
export function texTable(text: string): string[][] | undefined {
  const found = [...text.matchAll(ENVIRONMENT)];
  if (found.length === 0) return undefined;
  if (found.length > 1) throw new BadValue('has several matrices; one fits here');
  const [{ 0: whole, 2: body, index }] = found;
  const around = [text.slice(0, index), text.slice(index + whole.length)];
  if (!around.every((side) => DECORATION.test(side))) {
    throw new BadValue('has more than a matrix in it; a matrix alone fits here');
  }
  const rows = body.replace(/\\hline/g, '').split(/\\\\(?:\[[^\]]*\])?/);
  if (rows.length > 1 && rows.at(-1)?.trim() === '') rows.pop();
  return rows.map((row) => row.split('&').map(plainTex));
}

/** A number of LaTeX as one would type it: `\frac{3}{5}` is `3/5`. */
const plainTex = (tex: string): string =>
  tex
    .replace(/\\[hv]?phantom\{[^}]*\}|\\(?:nobreak|[,;:! ])|~/g, ' ')
    .replace(/\\[td]?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\[td]?frac\s*(\d)\s*(\d)/g, '$1/$2')
    .replace(/\\(?:cdot|times)\b/g, '*')
    .replace(/\^\{([^{}]*)\}/g, '^$1')
    .replace(/\{([-+,.]?)\}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
