import katex, { type KatexOptions } from 'katex';
import 'katex/dist/katex.min.css';

const options: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  // Classes and data attributes are ours; nothing else that writes HTML is let through.
  trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
};

/** Renders TeX into an element, with a MathML copy beside it. Throws on TeX that is wrong. */
export const renderTex = (tex: string, into: HTMLElement): void => katex.render(tex, into, options);

/** As `renderTex`, to markup. */
export const texMarkup = (tex: string): string => katex.renderToString(tex, options);

/** The MathML copy alone, to markup. */
export const mathMarkup = (tex: string): string =>
  katex.renderToString(tex, { ...options, output: 'mathml' });
