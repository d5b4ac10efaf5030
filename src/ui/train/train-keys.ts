import type { ListedKey } from '../keys';

/** What keys do on the page to train on, as its list of keys says it. */
export const trainKeys: readonly ListedKey[] = [
  { shown: 'Space', does: 'plays and pauses the training' },
  { shown: '→', does: 'takes one step' },
  { shown: '←', does: 'goes one step back' },
  { shown: 'PageDown', does: 'takes 100 steps while presenting (clickers)' },
  { shown: 'PageUp', does: 'goes 100 steps back while presenting (clickers)' },
  { shown: 'Home', does: 'goes back to the start' },
  { shown: 'R', does: 'restores the settings' },
  { shown: 'G', does: 'switches between GPU and CPU' },
  { shown: 'P', does: 'presents' },
  { shown: 'Esc', does: 'leaves the presentation' },
  { shown: 'B or .', does: 'blanks the screen' },
  { shown: 'L', does: 'shows a laser pointer' },
  { shown: '?', does: 'lists the keys' },
];
