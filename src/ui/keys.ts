/** What the keys of an exercise page do, and the sentence the list of keys gives each. */
export interface Actions {
  readonly on: () => void;
  readonly back: () => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly home: () => void;
  readonly restore: () => void;
  readonly device: () => void;
  readonly present: () => void;
  readonly leave: () => void;
  readonly blank: () => void;
  readonly laser: () => void;
  readonly notes: () => void;
  readonly help: () => void;
}

/** A key as the list of keys has it. */
export interface ListedKey {
  /** How the key is written. */
  readonly shown: string;
  readonly does: string;
}

interface Binding extends ListedKey {
  readonly keys: readonly string[];
  readonly action: keyof Actions;
  /** A single letter or sign, which the reader can turn off. */
  readonly letter?: boolean;
  /** A clicker sends nothing else: in a presentation it is heard whatever has the focus. */
  readonly clicker?: boolean;
}

export const bindings: readonly Binding[] = [
  { keys: ['ArrowRight', ' '], shown: '→ or Space', does: 'goes one step on', action: 'on' },
  { keys: ['ArrowLeft'], shown: '←', does: 'goes one step back', action: 'back' },
  {
    keys: ['PageDown'],
    shown: 'PageDown',
    does: 'steps on (clickers); in a presentation past the last step to At scale',
    action: 'next',
    clicker: true,
  },
  {
    keys: ['PageUp'],
    shown: 'PageUp',
    does: 'steps back (clickers)',
    action: 'previous',
    clicker: true,
  },
  { keys: ['Home'], shown: 'Home', does: 'folds everything', action: 'home' },
  { keys: ['r'], shown: 'R', does: 'restores the numbers', action: 'restore', letter: true },
  {
    keys: ['g'],
    shown: 'G',
    does: 'switches between GPU and CPU, at scale',
    action: 'device',
    letter: true,
  },
  { keys: ['p'], shown: 'P', does: 'presents', action: 'present', letter: true },
  { keys: ['Escape'], shown: 'Esc', does: 'leaves the presentation', action: 'leave' },
  { keys: ['b', '.'], shown: 'B or .', does: 'blanks the screen', action: 'blank', letter: true },
  { keys: ['l'], shown: 'L', does: 'shows a laser pointer', action: 'laser', letter: true },
  {
    keys: ['n'],
    shown: 'N',
    does: 'opens the presenter’s window: notes, the next step, the time',
    action: 'notes',
    letter: true,
  },
  { keys: ['?'], shown: '?', does: 'lists the keys', action: 'help', letter: true },
];

/** Fields that are written in: every key may mean something to them. */
const WRITTEN =
  'input:not([type="checkbox"]):not([type="radio"]):not([type="range"]):not([type="file"]), textarea, select, [contenteditable]';
/** Composites that the arrows walk. */
const WALKED = '[role="radiogroup"], [type="range"], [type="radio"]';
/** Elements that a space presses. */
const PRESSED_BY_SPACE =
  'button, a, summary, label, [type="checkbox"], [type="radio"], [type="file"], [role="button"], [role="tab"]';
/** Regions that the arrows and Home scroll. */
const SCROLLED = 'pre';

/** The letter on a key; by its position where the layout has no Latin letters. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (key.length !== 1) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return (letter && key > '~' ? letter : key).toLowerCase();
}

export interface Hearing {
  /** Single letters are keys. */
  readonly letters: boolean;
  readonly presenting: boolean;
  /** The key before was a clicker's, and nothing has been pressed or pointed at since. */
  readonly clicked?: boolean;
}

/** Whether an action is one that a clicker asks for. */
export const isClick = (action: keyof Actions | undefined): boolean =>
  action === 'next' || action === 'previous' || action === 'blank';

/** The action a key asks for, unless something on the page has a use of its own for it. */
export function actionFor(
  event: KeyboardEvent,
  { letters, presenting, clicked = false }: Hearing,
): keyof Actions | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const key = keyOf(event);
  const binding = bindings.find(({ keys }) => keys.includes(key));
  const within = (selector: string): boolean => isWithin(event.target, selector);
  if (!binding || (binding.letter && !letters) || within('dialog')) return undefined;
  if (event.shiftKey && key !== '?') return undefined;
  if (binding.clicker && presenting) return binding.action;
  // A clicker blanks by a sign, which would be written into a field that still has the focus.
  if (clicked && presenting && binding.action === 'blank') return 'blank';
  if (event.defaultPrevented || within(WRITTEN)) return undefined;
  if (key === ' ' && within(PRESSED_BY_SPACE)) return undefined;
  if (!binding.letter && within(`${WALKED}, ${SCROLLED}`)) return undefined;
  return binding.action;
}

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  Boolean((target as Partial<Element> | null)?.closest?.(selector));
