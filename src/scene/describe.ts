import { print, typeset } from '../math/format';
import { isWords, type Value } from '../math/value';
import { given, type Expression } from '../solution/expression';
import { lineText } from '../solution/line';
import { plainText } from '../solution/math-text';
import { letterOf, plainSymbol } from '../solution/symbol';
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
  const { values, idle, steps, unfolding, model, solutionHidden } = snapshot;
  if (model === undefined) return '';
  const givens = Object.entries(scene.params)
    .filter(([name]) => !idle.includes(name))
    .map(([name, { label }]) => `${plainSymbol(symbolOf(label))}: ${said(values[name])}.`);
  const shown = solutionHidden ? [] : steps.slice(0, unfolding.step);
  const computed = shown.map(({ title, lines }) => {
    const results = lines.map((line) => lineText(line, 'inline')).join('; ');
    const head = plainText(title);
    const isQuestion = head.endsWith('?');
    if (results === '') return isQuestion ? head : `${head}.`;
    return `${head}${isQuestion ? '' : ':'} ${results}.`;
  });
  const more = scene.describe?.(model, unfolding, predicted) ?? '';
  return [...givens, ...computed, more].filter(Boolean).join(' ');
}

/** A given with every digit that it has. */
function said(value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (isWords(value)) return value.join(', ');
  return typeset(print(value)).replaceAll(',', ', ').replaceAll(';', '; ');
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
  const symbol = symbolOf(label);
  return given(path.length > 0 ? `${symbol}_{${path.join(',')}}` : symbol, entry);
}

/** A given's label as TeX: a symbol, or words. */
function symbolOf(label: string): string {
  const symbol = letterOf(label);
  if (!symbol) return `\\text{${label}}`;
  return symbol.index ? `${symbol.letter}_{${symbol.index}}` : symbol.letter;
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
