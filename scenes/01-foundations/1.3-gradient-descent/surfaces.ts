import { FormulaError, parseFormula, type Formula } from '../../../src/author';

/** The part of the plane that is looked at. */
export interface Square {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A function of x and y to descend. */
export interface Surface {
  readonly text: string;
  readonly square: Square;
}

export const surfaceNames = {
  bowl: 'bowl',
  ravine: 'ravine',
  rosenbrock: 'Rosenbrock',
  himmelblau: 'Himmelblau',
  beale: 'Beale',
  saddle: 'saddle',
  camel: 'six-hump camel',
  own: 'your own',
} as const;
export type SurfaceName = keyof typeof surfaceNames;

/** The three pictures at scale. */
export const views = {
  surface: 'surface',
  basins: 'basins',
  phase: 'phase diagram',
} as const;

const around = (half: number): Square => ({ left: -half, right: half, bottom: -half, top: half });

/** Usual names, formulas and squares of test functions (Jamil and Yang, 2013). */
const surfaces: Record<Exclude<SurfaceName, 'own'>, Surface> = {
  bowl: { text: 'x^2 + y^2', square: around(2.5) },
  ravine: { text: 'x^2/20 + y^2', square: around(4) },
  rosenbrock: {
    text: '(1 - x)^2 + 100*(y - x^2)^2',
    square: { left: -2, right: 2, bottom: -1, top: 3 },
  },
  himmelblau: { text: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', square: around(5) },
  beale: {
    text: '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
    square: around(4.5),
  },
  saddle: { text: 'x^2 - y^2', square: around(2) },
  camel: {
    text: '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2',
    square: { left: -2.2, right: 2.2, bottom: -1.2, top: 1.2 },
  },
};

export const surfaceOf = (name: SurfaceName, expression: string): Surface =>
  name === 'own' ? { text: expression, square: around(4) } : surfaces[name];

export const readFormula = (text: string): Formula => parseFormula(text, ['x', 'y']);

/** What is wrong with a reader's expression, as the end of a sentence about its field. */
export function checkExpression(text: string): string | undefined {
  try {
    readFormula(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return /^(is|has) /.test(error.message) ? error.message : `cannot be read: ${error.message}`;
  }
}
