import type { Card, Scene } from '../scene/contract';
import type { Kept } from '../scene/predicting';
import type { Values } from '../state/params';
import type { PageStorage } from '../state/storage';

/** How far a reader has come with an exercise. */
export type Progress = 'opened' | 'solved';

/** The number of the exercise opened last. */
const LAST = 'last';

const progressKey = (number: string): string => `progress/${number}`;

export function progressOf(storage: PageStorage, number: string): Progress | undefined {
  const stored = storage.get(progressKey(number));
  return stored === 'opened' || stored === 'solved' ? stored : undefined;
}

/** Keeps how far the reader has come; what is solved stays solved. */
export function noteProgress(storage: PageStorage, number: string, progress: Progress): void {
  if (progressOf(storage, number) !== 'solved') storage.set(progressKey(number), progress);
}

export function markOpened(storage: PageStorage, number: string): void {
  storage.set(LAST, number);
  noteProgress(storage, number, 'opened');
}

export const markSolved = (storage: PageStorage, number: string): void =>
  noteProgress(storage, number, 'solved');

/** The exercise to go on with: the one opened last, or the next that is not solved. */
export function goOnWith(storage: PageStorage, cards: readonly Card[]): Card | undefined {
  const at = cards.findIndex(({ number }) => number === storage.get(LAST));
  if (at < 0) return undefined;
  return cards.slice(at).find(({ number }) => progressOf(storage, number) !== 'solved');
}

/** Predictions belong to an exercise and the numbers it asked about. */
function predictionsKey({ card, params }: Scene, values: Values): string {
  const givens = Object.entries(params).map(
    ([name, param]) => `${name}=${encodeURIComponent(param.print(values[name]))}`,
  );
  return `predictions/${card.number}/${givens.join('&')}`;
}

/** Programs belong to an exercise, whatever its numbers. */
const programsKey = ({ card }: Scene): string => `predictions/${card.number}`;

/** What the reader predicted at these givens, programs included; answers may hold any characters. */
export function keptPredictions(storage: PageStorage, scene: Scene, values: Values): Kept {
  const [here, always] = [predictionsKey(scene, values), programsKey(scene)].map((key) =>
    readKept(storage.get(key)),
  );
  return {
    written: { ...here.written, ...always.written },
    checked: [...here.checked, ...always.checked],
  };
}

function readKept(stored: string | undefined): Kept {
  try {
    const kept: unknown = JSON.parse(stored ?? '');
    if (isKept(kept)) return kept;
  } catch {
    // Nothing is kept, or something that cannot be read.
  }
  return { written: {}, checked: [] };
}

export function keepPredictions(
  storage: PageStorage,
  scene: Scene,
  values: Values,
  { written, checked, programs = [] }: Kept,
): void {
  const part = (holds: (answer: string) => boolean): string =>
    JSON.stringify({
      written: Object.fromEntries(Object.entries(written).filter(([name]) => holds(name))),
      checked: checked.filter(holds),
    });
  storage.set(
    predictionsKey(scene, values),
    part((name) => !programs.includes(name)),
  );
  if (programs.length > 0)
    storage.set(
      programsKey(scene),
      part((name) => programs.includes(name)),
    );
}

function isKept(value: unknown): value is Kept {
  const { written, checked, attempts } = (value ?? {}) as Partial<Kept>;
  return (
    typeof written === 'object' &&
    Object.values(written ?? {}).every((text) => typeof text === 'string') &&
    Array.isArray(checked) &&
    Object.values(attempts ?? {}).every((texts) => Array.isArray(texts))
  );
}
