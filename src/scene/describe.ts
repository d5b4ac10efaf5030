import { showValue } from '../math/format';
import { given, type Expression } from '../solution/expression';
import { lineText } from '../solution/line';
import { plainText } from '../solution/math-text';
import { nothingPredicted } from '../stage/predicted';
import type { Values } from '../state/params';
import type { Scene } from './contract';
import type { Snapshot } from './snapshot';

/**
 * The picture in words, with its numbers, as far as it is unfolded: the givens, what the steps
 * have computed, and what the scene has to add, such as what follows from a prediction.
 */
export function describePicture(
  scene: Scene,
  snapshot: Snapshot,
  predicted = nothingPredicted,
): string {
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
  const more = scene.describe?.(model, unfolding, predicted) ?? '';
  return [...givens, ...said, more].filter(Boolean).join(' ');
}

/** The expression that makes what the reader points at; a given is just itself. */
export const expressionAt = (
  scene: Scene,
  { unfolding, values }: Snapshot,
  part: string,
): Expression | undefined => unfolding.expression(part) ?? givenAt(scene, values, part);

/** A given, or one of its entries, with every digit it has: its cell may be too small for them. */
function givenAt(scene: Scene, values: Values, part: string): Expression | undefined {
  const [name, ...path] = part.split('.');
  if (!(name in scene.params)) return undefined;
  const entry = path.reduce<unknown>(
    (list, i) => (Array.isArray(list) ? (list as unknown[])[Number(i)] : undefined),
    values[name],
  );
  if (typeof entry !== 'number') return undefined;
  const { label } = scene.params[name];
  const symbol = /^\w$/.test(label) ? label : `\\text{${label}}`;
  return given(path.length > 0 ? `${symbol}_{${path.join(',')}}` : symbol, entry);
}

/** What the reader points at and how it came about, as a line of text; '' where there is nothing. */
export function explainPart(scene: Scene, snapshot: Snapshot, part: string): string {
  const { model, unfolding } = snapshot;
  if (model === undefined) return '';
  const own = scene.explain?.(model, unfolding, part);
  if (own !== undefined) return own;
  const expression = expressionAt(scene, snapshot, part);
  return expression ? lineText(expression) : '';
}
