import type { Card } from '../scene/contract';
import type { PageStorage } from '../state/storage';
import { noteProgress, progressOf, type Progress } from './progress';

/** The progress of these exercises as the text of a file: `{ "1.3": "solved" }`. */
export const exportedProgress = (storage: PageStorage, cards: readonly Card[]): string =>
  JSON.stringify(
    Object.fromEntries(
      cards.flatMap(({ number }) => {
        const progress = progressOf(storage, number);
        return progress ? [[number, progress]] : [];
      }),
    ),
    null,
    2,
  );

/**
 * Adds what a file holds to what is kept: nothing that is solved is lost. Exercises that this copy
 * does not have are kept too.
 * @returns how many exercises the file speaks of
 * @throws Error with a sentence for the reader when it is no such file; then nothing is changed
 */
export function importProgress(storage: PageStorage, text: string): number {
  const entries = entriesIn(text);
  for (const [number, progress] of entries) {
    noteProgress(storage, number, progress);
  }
  return entries.length;
}

function entriesIn(text: string): [string, Progress][] {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error('This is no file of progress: it is not JSON.');
  }
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    throw new Error('This is no file of progress: it lists no exercises.');
  }
  return Object.entries(file as Record<string, unknown>).map(([number, progress]) => {
    if (!/^\d{1,2}\.\d{1,2}$/.test(number)) {
      throw new Error(`This is no file of progress: “${number.slice(0, 40)}” is no exercise.`);
    }
    if (progress !== 'opened' && progress !== 'solved') {
      throw new Error(`Exercise ${number} is neither opened nor solved in this file.`);
    }
    return [number, progress];
  });
}
