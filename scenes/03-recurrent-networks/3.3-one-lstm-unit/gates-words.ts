import { nameOfUnit } from '../../../src/learn/reading';
import { decimals, sayReplaced, show, significant } from '../../../src/author';
import { marginOf, ranked, type Keeper, type Kept, type Shown } from './keepers';
import { properties } from './properties';

export const two = (x: number): string => show(x, decimals(2));

const nameOf = ({ property }: Keeper): string => properties[property].name;

const mean = (list: Iterable<number>): number => {
  const all = [...list];
  return all.reduce((sum, x) => sum + x, 0) / all.length;
};

/** What came out, in a few sentences. */
export function sayKept(kept: Kept): string {
  const all = ranked(kept);
  const [best] = all;
  const weak = all.filter((keeper) => marginOf(keeper) <= 0);
  const said =
    weak.length === all.length
      ? `No unit keeps one of ${all.length} properties better than chance would have it.`
      : `Most clearly ${nameOfUnit(best.unit)} follows “${nameOf(best)}”: a correlation of ${two(best.correlation)}, where chance reaches ${two(best.chance)}. For ${all.length - weak.length} of ${all.length} properties a unit is better than chance${sayWeak(weak)}.`;
  return `${said} ${saySlowest(kept)}`;
}

/** What no unit keeps, where that is soon said. */
const sayWeak = (weak: readonly Keeper[]): string =>
  weak.length === 0 || weak.length > 2
    ? ''
    : `, but not for ${weak.map((keeper) => `“${nameOf(keeper)}”`).join(' or ')}`;

/** The slowest cell, and how it is held open. */
function saySlowest({ order, halfLives, gates: [forget] }: Kept): string {
  const [slowest] = order;
  const half = halfLives[slowest];
  const lasts = Number.isFinite(half)
    ? `has half of what it keeps for ${show(half, significant(2))} characters`
    : 'never changes';
  return `The slowest cell, of ${nameOfUnit(slowest)}, ${lasts}: its forget gate averages ${two(mean(forget[slowest]))}, and that of all units ${two(mean(forget.map(mean)))}.`;
}

/** The unit by which the text is shaded. */
export function sayChosen({ chosen: { unit, keeper }, halfLives }: Shown): string {
  const half = Number.isFinite(halfLives[unit])
    ? `half of it lasts ${show(halfLives[unit], significant(2))} characters`
    : 'it never changes';
  if (!keeper) return `shaded by the cell of ${nameOfUnit(unit)}; ${half}`;
  const weak = marginOf(keeper) > 0 ? '' : ', as by chance';
  return `shaded by the cell of ${nameOfUnit(unit)}: ${nameOf(keeper)}, correlation ${two(keeper.correlation)}${weak}`;
}

/** The picture as text, with its numbers. */
export function describeKept(shown: Shown): string {
  const rows = ranked(shown).map(
    (keeper) =>
      `${nameOf(keeper)}: ${nameOfUnit(keeper.unit)}, ${two(keeper.correlation)}, chance ${two(keeper.chance)}`,
  );
  return `${sayReplaced(shown.written) ?? ''} The text, ${sayChosen(shown)}. Heatmaps of the cells and of the forget, input, candidate and output gates of ${shown.order.length} units over ${shown.reading.text.length} characters, the slowest cell first. Correlations: ${rows.join('; ')}. ${sayKept(shown)}`;
}
