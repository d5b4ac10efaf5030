import type { Expression } from './expression';
import type { Notation } from './notation';
import { hasRounded } from './number';
import { print, printFace, type Style } from './print';
import { MarkedTexStyle, TexStyle } from './tex';
import { textStyle } from './text';

/** What joins a face to the one before it. */
type Relation = '' | '=' | '≈' | '⇔';

interface Face {
  readonly relation: Relation;
  readonly notation: Notation;
}

/** A face of a line, ready for KaTeX. */
export interface LineFace {
  /** With the relation in front, roles, parts and slots marked. */
  readonly tex: string;
  /** The TeX with the digits of every slot left out: faces of equal shape differ in nothing else. */
  readonly shape: string;
  /** The same without marks: what is copied and read aloud. */
  readonly plain: string;
}

/** A line of mathematics. */
export interface Line {
  readonly tex: string;
  /** The shapes of all its faces. */
  readonly shape: string;
  /** The digits of the live numbers, in reading order. */
  readonly slots: readonly string[];
  readonly faces: readonly LineFace[];
}

/** A whole line, or what prose shows of an expression. */
export type Extent = 'line' | 'inline';

const bare = (notation: Notation): string => {
  const body = notation.kind === 'since' ? notation.body : notation;
  return print(body, textStyle).text;
};

function notationsOf(expression: Expression, extent: Extent): Notation[] {
  const { body, inline } = expression.details;
  if (expression.symbols.kind === 'table' || expression.details.sides) return [expression.symbols];
  if (extent === 'line') {
    return body
      ? [expression.symbols, body.symbols, body.numbers, expression.shown]
      : [expression.symbols, expression.numbers, expression.shown];
  }
  if (inline === 'symbols') return [expression.symbols];
  if (inline === 'value') return [expression.shown];
  return [expression.symbols, expression.shown];
}

function relationOf({ value }: Expression, left: Notation, right: Notation): Relation {
  if (typeof value === 'boolean') return '⇔';
  if (typeof value === 'string') return '=';
  // What is computed from rounded numbers only comes near to what follows.
  return hasRounded(left) || hasRounded(right) ? '≈' : '=';
}

/** The faces in order, without those that say again what the one before them said. */
function facesOf(expression: Expression, extent: Extent): Face[] {
  const faces: Face[] = [];
  let said = '';
  for (const notation of notationsOf(expression, extent)) {
    const last = faces.at(-1);
    const saying = bare(notation);
    if (last && said === saying) {
      // The later face carries the part and role of the name; but keep why a branch was taken.
      if (last.notation.kind !== 'since') faces[faces.length - 1] = { ...last, notation };
      continue;
    }
    said = saying;
    faces.push({ relation: last ? relationOf(expression, last.notation, notation) : '', notation });
  }
  return faces;
}

const RELATIONS: Readonly<Record<Relation, string>> = {
  '': '',
  '=': '{}=\\nobreak ',
  '≈': '{}\\approx\\nobreak ',
  '⇔': '{}\\Leftrightarrow\\nobreak ',
};

const plainTex = new TexStyle();

/** The line an expression makes, or what prose shows of it. */
export function lineOf(expression: Expression, extent: Extent = 'line'): Line {
  const style = new MarkedTexStyle();
  const write = ({ relation, notation }: Face, into: Style) =>
    RELATIONS[relation] + printFace(notation, into);
  const faces = facesOf(expression, extent).map((face) => {
    const tex = write(face, style);
    return {
      tex,
      shape: tex.replace(/(\\htmlData\{slot=\d+\}\{)[^{}]*\}/g, '$1}'),
      get plain() {
        return write(face, plainTex);
      },
    };
  });
  const joined = (key: 'tex' | 'shape'): string => faces.map((face) => face[key]).join(' ');
  return { tex: joined('tex'), shape: joined('shape'), slots: style.slots, faces };
}

/** The line as text: `z = 0.5·2 + (−0.3)·1 + 0.1 = 0.8`. */
export const lineText = (expression: Expression, extent: Extent = 'line'): string =>
  facesOf(expression, extent)
    .map(({ relation, notation }) =>
      [relation, printFace(notation, textStyle)].filter(Boolean).join(' '),
    )
    .join(' ');

const TEX_SIGNS: Readonly<Record<Relation, string>> = {
  '': '',
  '=': '= ',
  '≈': '\\approx ',
  '⇔': '\\Leftrightarrow ',
};

/** The line as LaTeX for other documents: `z = 0.5 \\cdot 2 = 1`. */
export const lineTex = (expression: Expression): string =>
  facesOf(expression, 'line')
    .map(({ relation, notation }) => TEX_SIGNS[relation] + printFace(notation, plainTex))
    .join(' ');
