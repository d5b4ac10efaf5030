import type { Card, Scene } from '../scene/contract';
import type { Kept } from '../scene/predicting';
import type { Values } from '../state/params';
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
function predictionsKey({ card, params }: Scene, values: Values): string {
  const givens = Object.entries(params).map(
    ([name, param]) => `${name}=${encodeURIComponent(param.print(values[name]))}`,
  );
  return `predictions/${card.number}/${givens.join('&')}`;
}

/** What the reader predicted at these givens; answers may hold any characters. */
export function keptPredictions(storage: PageStorage, scene: Scene, values: Values): Kept {
  try {
    const kept: unknown = JSON.parse(storage.get(predictionsKey(scene, values)) ?? '');
    if (isKept(kept)) return kept;
  } catch {
    // Nothing is kept, or something that cannot be read.
  }
  return { written: {}, checked: [] };
}

export const keepPredictions = (
  storage: PageStorage,
  scene: Scene,
  values: Values,
  kept: Kept,
): void => storage.set(predictionsKey(scene, values), JSON.stringify(kept));

function isKept(value: unknown): value is Kept {
  const { written, checked } = (value ?? {}) as Partial<Kept>;
  return (
    typeof written === 'object' &&
    Object.values(written ?? {}).every((text) => typeof text === 'string') &&
    Array.isArray(checked)
  );
}
