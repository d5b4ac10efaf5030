// The solutions and hints of all exercises as short texts, for a search to find.
import { plainText } from '../solution/math-text';
import { openedScenes } from './opened';
import { saidIn } from './said';

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
        text: saidIn(step),
      })),
      ...hints.map((text) => ({ exercise: number, title: 'Hint', text })),
    ];
  });
}
