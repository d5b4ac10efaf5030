import { print } from '../math/format';
import type { Card, Scene } from '../scene/contract';
import type { Snapshot } from '../scene/session';
import type { Keep } from '../state/keep';

/** How far a reader has come with an exercise. */
export type Progress = 'opened' | 'solved';

const progressKey = (number: string): string => `progress/${number}`;

export function progressOf(keep: Keep, number: string): Progress | undefined {
  const kept = keep.get(progressKey(number));
  return kept === 'opened' || kept === 'solved' ? kept : undefined;
}

export function markOpened(keep: Keep, number: string): void {
  if (!progressOf(keep, number)) keep.set(progressKey(number), 'opened');
}

export const markSolved = (keep: Keep, number: string): void =>
  keep.set(progressKey(number), 'solved');

/** The progress of these exercises, to be saved as a file. */
export const exportedProgress = (keep: Keep, cards: readonly Card[]): string =>
  JSON.stringify(
    Object.fromEntries(
      cards.flatMap(({ number }) => {
        const progress = progressOf(keep, number);
        return progress ? [[number, progress]] : [];
      }),
    ),
    null,
    2,
  );

/** Predictions belong to an exercise and the numbers it asked about. */
function predictionKey(scene: Scene, { values }: Snapshot, answer: string): string {
  const givens = Object.entries(scene.params)
    .filter(([, param]) => !param.scale)
    .map(([name]) => `${name}=${print(values[name])}`);
  return `prediction/${scene.card.number}/${answer}/${givens.join('&')}`;
}

/** What the reader predicted for an answer at these givens, as written, or nothing. */
export const keptPrediction = (
  keep: Keep,
  scene: Scene,
  snapshot: Snapshot,
  answer: string,
): string | undefined => keep.get(predictionKey(scene, snapshot, answer));

export const keepPrediction = (
  keep: Keep,
  scene: Scene,
  snapshot: Snapshot,
  answer: string,
  written: string,
): void => keep.set(predictionKey(scene, snapshot, answer), written);
