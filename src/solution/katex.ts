import katex, { type KatexOptions } from 'katex';
import 'katex/dist/katex.min.css';

/** Our marks, and whatever letters stand in a word; all else that is not LaTeX is a mistake. */
const TOLERATED = new Set([
  'htmlExtension',
  'unknownSymbol',
  'symbolNotInFont',
  'unicodeTextInMathMode',
]);

const options: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  // Classes and data attributes are ours; nothing else that writes HTML is let through.
  trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
  strict: (code: string) => (TOLERATED.has(code) ? 'ignore' : 'error'),
};

/** Renders TeX into an element, with a MathML copy beside it. Throws on TeX that is wrong. */
export const renderTex = (tex: string, into: HTMLElement): void => katex.render(tex, into, options);

/** As `renderTex`, to markup. */
export const texMarkup = (tex: string): string => katex.renderToString(tex, options);

/** The MathML copy alone: a `math` element. Throws as `renderTex`. */
export function mathElement(tex: string): Element {
  const holder = document.createElement('span');
  katex.render(tex, holder, { ...options, output: 'mathml' });
  return holder.querySelector('math') ?? holder;
}
