/** What the keys of an exercise page do, and the sentence the list of keys gives each. */
export interface Actions {
  readonly on: () => void;
  readonly back: () => void;
  readonly home: () => void;
  readonly restore: () => void;
  readonly device: () => void;
  readonly present: () => void;
  readonly leave: () => void;
  readonly blank: () => void;
  readonly laser: () => void;
  readonly help: () => void;
}

interface Binding {
  readonly keys: readonly string[];
  /** How the key is written in the list. */
  readonly shown: string;
  readonly does: string;
  readonly action: keyof Actions;
  /** A single letter or sign, which the reader can turn off. */
  readonly letter?: boolean;
}

export const bindings: readonly Binding[] = [
  { keys: ['ArrowRight', ' '], shown: '→ or Space', does: 'unfolds the next step', action: 'on' },
  { keys: ['ArrowLeft'], shown: '←', does: 'goes one step back', action: 'back' },
  { keys: ['PageDown'], shown: 'PageDown', does: 'steps on (clickers)', action: 'on' },
  { keys: ['PageUp'], shown: 'PageUp', does: 'steps back (clickers)', action: 'back' },
  { keys: ['Home'], shown: 'Home', does: 'folds everything', action: 'home' },
  { keys: ['r'], shown: 'R', does: 'restores the numbers', action: 'restore', letter: true },
  {
    keys: ['g'],
    shown: 'G',
    does: 'at scale, switches between GPU and CPU',
    action: 'device',
    letter: true,
  },
  { keys: ['p'], shown: 'P', does: 'presents', action: 'present', letter: true },
  { keys: ['Escape'], shown: 'Esc', does: 'leaves the presentation', action: 'leave' },
  { keys: ['b'], shown: 'B', does: 'blanks the screen', action: 'blank', letter: true },
  { keys: ['l'], shown: 'L', does: 'shows a laser pointer', action: 'laser', letter: true },
  { keys: ['?'], shown: '?', does: 'lists the keys', action: 'help', letter: true },
];

/** Elements that have a use of their own for any key. */
const FIELDS = 'input, textarea, select, [contenteditable], dialog, [role="radiogroup"]';
/** Elements that a space presses. */
const PRESSED_BY_SPACE = 'button, a, summary, label, [role="button"], [role="tab"]';
/** Regions that the arrows and Home scroll. */
const SCROLLED = 'pre';

/** The action a key asks for, unless something on the page has a use of its own for it. */
export function actionFor(event: KeyboardEvent, letters: boolean): keyof Actions | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const binding = bindings.find(({ keys }) => keys.includes(key));
  if (!binding || (binding.letter && !letters)) return undefined;
  if (event.shiftKey && key !== '?') return undefined;
  const within = (selector: string): boolean => isWithin(event.target, selector);
  if (within(FIELDS)) return undefined;
  if (key === ' ' && within(PRESSED_BY_SPACE)) return undefined;
  if (!binding.letter && within(SCROLLED)) return undefined;
  return binding.action;
}

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  Boolean((target as Partial<Element> | null)?.closest?.(selector));
