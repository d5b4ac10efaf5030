import { showValue } from '../math/format';
import { lineText } from '../solution/line';
import { plainText } from '../solution/math-text';
import type { Scene } from './contract';
import type { Snapshot } from './snapshot';

/**
 * The picture in words, with its numbers, as far as it is unfolded: the givens, what the steps
 * have computed, and what the scene has to add.
 */
export function describePicture(scene: Scene, snapshot: Snapshot): string {
  const { values, steps, unfolding, model, solutionHidden } = snapshot;
  if (model === undefined) return '';
  const givens = Object.entries(scene.params).map(
    ([name, { label }]) => `${label}: ${showValue(values[name])}.`,
  );
  const shown = solutionHidden ? [] : steps.slice(0, unfolding.step);
  const said = shown.map(({ title, lines }) => {
    const results = lines.map((line) => lineText(line, 'inline')).join('; ');
    return `${plainText(title)}${results && `: ${results}`}.`;
  });
  const more = scene.describe?.(model, unfolding) ?? '';
  return [...givens, ...said, more].filter(Boolean).join(' ');
}

/** What the reader points at and how it came about, as a line of text; '' where there is nothing. */
export function explainPart(scene: Scene, { model, unfolding }: Snapshot, part: string): string {
  if (model === undefined) return '';
  return scene.explain?.(model, unfolding, part) ?? unfolding.explain(part);
}
