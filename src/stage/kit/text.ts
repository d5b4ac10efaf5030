import { nothing, svg, type SVGTemplateResult } from 'lit';
import { runsOf, type Run } from './math-runs';

/** The smallest type of a picture, and what its axes and notes are set in. */
export const SMALL = 14;
/** Type of names and labels. */
export const NORMAL = 16;

/** What is raised or lowered is this large, and this far off the line, in sizes of the line's type. */
const SMALLER = 0.75;
const RAISED = 0.38;
const LOWERED = 0.22;
/** Letters of the mathematical face are small for their size. */
const ITALIC = 1.14;

const sizeOf = ({ level, face }: Run): number =>
  (level === 0 ? 1 : SMALLER) * (face === 'italic' ? ITALIC : 1);

const riseOf = ({ level }: Run): number => level * (level > 0 ? RAISED : LOWERED);

/**
 * A label as the content of a `<text>`: mathematics between dollar signs has its letters in italics
 * and its subscripts and superscripts in their places.
 */
export function svgText(label: string): SVGTemplateResult {
  let height = 0;
  const spans = runsOf(label).map((run) => {
    const size = sizeOf(run);
    const dy = (height - riseOf(run)) / size;
    height = riseOf(run);
    const kinds = [run.face === 'italic' && 'math', run.level !== 0 && 'index'].filter(Boolean);
    return svg`<tspan class=${kinds.length > 0 ? kinds.join(' ') : nothing}
      font-size=${size === 1 ? nothing : `${size.toFixed(3)}em`}
      dy=${dy === 0 ? nothing : `${dy.toFixed(3)}em`}>${run.text}</tspan>`;
  });
  return svg`${spans}`;
}

/** TeX as the content of a `<text>`: `svgMath('w_0')`. */
export const svgMath = (tex: string): SVGTemplateResult => svgText(`$${tex}$`);

/** A label in plain characters, for titles and names. */
export const plainText = (label: string): string =>
  runsOf(label)
    .map(({ text }) => text)
    .join('');

/** Widths of Inter's characters in ems, rounded up so that what is measured to fit does fit. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI'’′|.,:;! ·\u2009]/, 0.34],
  [/[ftr()[\]/⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉‖]/, 0.45],
  [/[MWmw%→…]/, 1],
  [/[0-9a-z]/, 0.64],
];

const known = new Map<string, number>();

function widthOf(character: string): number {
  let width = known.get(character);
  if (width === undefined) {
    width = WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? 0.79;
    known.set(character, width);
  }
  return width;
}

/** About how wide a label is when set in this size; never less than it is. */
export const textWidth = (label: string, size: number): number =>
  runsOf(label).reduce(
    (sum, run) => sum + [...run.text].reduce((w, c) => w + widthOf(c), 0) * sizeOf(run) * size,
    0,
  );
