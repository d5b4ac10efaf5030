// What there is to search, by exercise. Only the build imports this: it opens every scene.
import { paramsOf } from './contract';
import { openedScenes, type Opened } from './opened';
import { moduleOf, modules } from './registry';
import { plainText } from '../solution/math-text';
import { saidIn } from './said';

/** An exercise as text, in the fields that a search weighs apart. */
export interface SearchDocument {
  readonly number: string;
  readonly title: string;
  readonly blurb: string;
  /** Its module, and the names of what is given and asked for. */
  readonly terms: string;
  /** The titles and the words of its solution at the defaults. */
  readonly solution: string;
}

export const searchDocuments = async (): Promise<SearchDocument[]> =>
  (await openedScenes()).map(documentOf);

function documentOf({ scene, model }: Opened): SearchDocument {
  const { card } = scene;
  const module = modules.find(({ id }) => id === moduleOf(card))!.title;
  const givens = Object.values(paramsOf(scene)).map(({ label }) => label);
  const asked = (scene.predictions?.(model) ?? []).map(({ label }) => label);
  return {
    number: card.number,
    title: card.title,
    blurb: card.blurb,
    terms: [module, ...givens, ...asked].map(plainText).join('. '),
    solution: [...scene.solution(model)]
      .map((step) => `${plainText(step.title)} ${saidIn(step)}`)
      .join(' '),
  };
}
