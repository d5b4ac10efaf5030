import { print } from '../math/format';
import type { Card, Scene } from '../scene/contract';
import type { Snapshot } from '../scene/snapshot';
import type { PageStorage } from '../state/storage';

/** How far a reader has come with an exercise. */
export type Progress = 'opened' | 'solved';

const progressKey = (number: string): string => `progress/${number}`;

export function progressOf(storage: PageStorage, number: string): Progress | undefined {
  const stored = storage.get(progressKey(number));
  return stored === 'opened' || stored === 'solved' ? stored : undefined;
}

export function markOpened(storage: PageStorage, number: string): void {
  if (!progressOf(storage, number)) storage.set(progressKey(number), 'opened');
}

export const markSolved = (storage: PageStorage, number: string): void =>
  storage.set(progressKey(number), 'solved');

/** The progress of these exercises, to be saved as a file. */
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

/** Predictions belong to an exercise and the numbers it asked about. */
function predictionKey(scene: Scene, { values }: Snapshot, answer: string): string {
  const givens = Object.keys(scene.params).map((name) => `${name}=${print(values[name])}`);
  return `prediction/${scene.card.number}/${answer}/${givens.join('&')}`;
}

/** What the reader predicted for an answer at these givens, as written, or nothing. */
export const storedPrediction = (
  storage: PageStorage,
  scene: Scene,
  snapshot: Snapshot,
  answer: string,
): string | undefined => storage.get(predictionKey(scene, snapshot, answer));

export const storePrediction = (
  storage: PageStorage,
  scene: Scene,
  snapshot: Snapshot,
  answer: string,
  written: string,
): void => storage.set(predictionKey(scene, snapshot, answer), written);
