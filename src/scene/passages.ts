// The solutions and hints of all exercises as short texts, for a search to find.
import { plainText } from '../solution/math-text';
import type { Expression } from '../solution/expression';
import { lineText } from '../solution/line';
import type { Step } from '../solution/step';
import { openedScenes } from './opened';

/** A short text of the workbook: a step of a solution, or a hint. */
export interface Passage {
  readonly exercise: string;
  readonly title: string;
  readonly text: string;
}

/** Of every exercise but one, which searches them. */
export async function passages(without: string): Promise<Passage[]> {
  const opened = await openedScenes((scene) => scene.card.number !== without);
  return opened.flatMap(({ scene, model }) => {
    const { number, title, blurb } = scene.card;
    const hints = [...new Set((scene.slips ?? []).map(({ hint }) => plainText(hint)))];
    return [
      { exercise: number, title, text: blurb },
      ...[...scene.solution(model)].map((step) => ({
        exercise: number,
        title: plainText(step.title),
        text: textOf(step),
      })),
      ...hints.map((text) => ({ exercise: number, title: 'Hint', text })),
    ];
  });
}

const textOf = ({ say }: Step): string =>
  say.map((piece) => (typeof piece === 'string' ? plainText(piece) : shortText(piece))).join('');

/** What prose shows of an expression: its symbol. */
const shortText = (piece: Expression): string => lineText(piece).split(/ [=≈] /)[0];
