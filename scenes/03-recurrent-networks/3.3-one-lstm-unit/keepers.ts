import { HIDDEN } from '../../../src/learn/character-model';
import { unitsOf, type Reading } from '../../../src/learn/reading';
import { correlation, halfLifeOf, standardised, type Tensor } from '../../../src/author';
import { GATES } from './model';
import { properties, propertyNames, type PropertyName } from './properties';

/** The unit whose cell follows a property of the text best. */
export interface Keeper {
  readonly property: PropertyName;
  readonly unit: number;
  readonly correlation: number;
  /** What the best of all units reaches with the property turned on along the text, at most. */
  readonly chance: number;
}

/** What each unit did over a text, and which keeps what. */
export interface Kept {
  readonly reading: Reading;
  readonly cells: readonly Float32Array[];
  /** Each gate of each unit, in the order of `GATES`. */
  readonly gates: readonly (readonly Float32Array[])[];
  /** For how many characters each cell has half of what it has. */
  readonly halfLives: readonly number[];
  /** The units from the slowest to the fastest: the rows of the picture. */
  readonly order: readonly number[];
  readonly keepers: readonly Keeper[];
  /** What the colours of the cells reach to: nine cells in ten are no larger. */
  readonly reach: number;
}

/** The unit by whose cell the text is shaded, and why. */
export interface Chosen {
  readonly unit: number;
  readonly keeper?: Keeper;
}

/** What is shown: the text as the reader wrote it, and the maps below each other. */
export interface Shown extends Kept {
  readonly written: string;
  readonly chosen: Chosen;
  /** The cells and the four gates, each of all units in their order. */
  readonly tensor: Tensor;
}

/** How often a property is turned on along the text, which leaves its own course as it is. */
const TURNS = 20;

export function keptIn(reading: Reading): Kept {
  const cells = unitsOf(reading.cells!, HIDDEN);
  const halfLives = cells.map(halfLifeOf);
  const series = cells.map(standardised);
  const sizes = Float64Array.from(reading.cells!, Math.abs).sort();
  return {
    ...{ reading, cells, halfLives },
    gates: GATES.map((_, gate) =>
      unitsOf(reading.gates!, GATES.length * HIDDEN, gate * HIDDEN, HIDDEN),
    ),
    order: Array.from(halfLives.keys()).sort((a, b) => halfLives[b] - halfLives[a] || a - b),
    reach: Math.max(1e-9, sizes[Math.floor(0.9 * (sizes.length - 1))]),
    keepers: propertyNames.map((property) => keeperOf(property, reading.text, series)),
  };
}

function keeperOf(property: PropertyName, text: string, series: readonly Float64Array[]): Keeper {
  const course = standardised(properties[property].of(text));
  const best = (shift: number): { readonly unit: number; readonly correlation: number } => {
    const all = series.map((cell) => correlation(course, cell, shift));
    const sizes = all.map(Math.abs);
    const unit = sizes.indexOf(Math.max(...sizes));
    return { unit, correlation: all[unit] };
  };
  const turned = Array.from({ length: TURNS }, (_, turn) => {
    const shift = Math.round(((turn + 1) * text.length) / (TURNS + 1)) % text.length;
    return Math.abs(best(shift).correlation);
  });
  return { property, ...best(0), chance: Math.max(...turned) };
}

/** How far the best unit is above chance; below 0 it shows nothing. */
export const marginOf = ({ correlation: r, chance }: Keeper): number => Math.abs(r) - chance;

/** The best kept first. */
export const ranked = ({ keepers }: Pick<Kept, 'keepers'>): Keeper[] =>
  keepers.toSorted((a, b) => marginOf(b) - marginOf(a));
