import type { Rule } from '../learn/descent';
import type { Initialiser } from '../learn/initialise';
import type { Activation } from '../learn/operations/layer';
import type { Matrix, Vector, Words } from '../math/value';
import {
  choice,
  defaultsOf,
  matrix,
  number,
  whole,
  type Param,
  type ValuesOf,
} from '../state/params';
import { BadValue } from '../state/bad-value';
import type { DataSet } from './data-sets';
import { featureNames, type FeatureName } from './features';
import { activationNames } from './network';

const list = (text: string): string[] => text.split(',').map((word) => word.trim());

/** Which features the network is given, in a fixed order. */
const inputs: Param<Words> = {
  control: 'text',
  label: 'inputs',
  default: ['x1', 'x2'],
  parse(text) {
    const words = list(text);
    const unknown = words.find((word) => !featureNames.includes(word as FeatureName));
    if (unknown !== undefined) {
      throw new BadValue(`must be some of ${featureNames.join(', ')}, with commas between them`);
    }
    return featureNames.filter((name) => words.includes(name));
  },
  print: (words) => words.join(','),
};

export const MOST_LAYERS = 4;
export const MOST_UNITS = 8;

/** How many units each hidden layer has. */
const hidden: Param<Vector> = {
  control: 'text',
  label: 'hidden units',
  default: [4, 3],
  parse(text) {
    if (/^\s*(none)?\s*$/.test(text)) return [];
    const units = list(text).map(Number);
    if (units.length > MOST_LAYERS) {
      throw new BadValue(`has ${units.length} layers; at most ${MOST_LAYERS} fit here`);
    }
    if (!units.every((count) => Number.isInteger(count) && count >= 1 && count <= MOST_UNITS)) {
      throw new BadValue(
        `must be whole numbers from 1 to ${MOST_UNITS}, one for each layer, or “none”`,
      );
    }
    return units;
  },
  print: (units) => units.join(',') || 'none',
};

/** A table that only a link or the page itself writes. */
const rows = (
  label: string,
  of: { first: Matrix; columns: number; most: number },
): Param<Matrix> => {
  const { first, columns, most } = of;
  const table = matrix({ label, default: first, maxRows: most, maxColumns: columns });
  return {
    ...table,
    parse(text) {
      const read = text.trim() === '' ? [] : table.parse(text);
      if (read.some((row) => row.length !== columns)) {
        throw new BadValue(`must have ${columns} numbers in each row`);
      }
      return read;
    },
  };
};

/** Points to begin with: two classes that no straight line parts. */
const FIRST_POINTS: Matrix = [
  [-2, 0, 1],
  [-1.6, 0.9, 1],
  [-0.8, 1.6, 1],
  [0.2, 1.7, 1],
  [1, 1, 1],
  [1.3, 0.1, 1],
  [-0.5, 0.1, -1],
  [-0.2, -0.9, -1],
  [0.5, -1.6, -1],
  [1.5, -1.7, -1],
  [2.3, -1, -1],
  [2.5, 0, -1],
];

/** The most points a reader may bring: a link must still hold them. */
export const MOST_POINTS = 400;

/** Everything a run follows from. */
const runParams = {
  data: choice<DataSet | 'own'>({
    label: 'data',
    phrase: true,
    default: 'circle',
    choices: {
      circle: 'circle',
      xor: 'XOR',
      gaussians: 'two Gaussians',
      spiral: 'spiral',
      own: 'your own points',
    },
  }),
  noise: number({ label: 'noise', phrase: true, default: 0.1, min: 0, max: 1, step: 0.05 }),
  share: whole({ label: '% to train on', phrase: true, default: 50, min: 10, max: 90, step: 10 }),
  batch: whole({ label: 'batch', phrase: true, default: 10, min: 1, max: 100 }),
  inputs,
  hidden,
  activation: choice<Activation>({
    label: 'activation',
    default: 'tanh',
    choices: activationNames,
  }),
  initialiser: choice<Initialiser>({
    label: 'weights at first',
    default: 'xavier',
    choices: {
      xavier: 'Xavier',
      he: 'He',
      small: 'small, 0.01',
      large: 'large, 3',
      zero: 'all 0',
    },
  }),
  /** A factor of all weights at first. */
  scale: number({
    label: 'scaled by',
    phrase: true,
    default: 1,
    min: 0.00001,
    max: 10,
    step: 0.1,
    logarithmic: true,
  }),
  optimizer: choice<Rule['optimizer']>({
    label: 'optimiser',
    default: 'sgd',
    choices: {
      sgd: 'SGD',
      momentum: 'momentum',
      nesterov: 'Nesterov',
      rmsprop: 'RMSProp',
      adam: 'Adam',
    },
  }),
  lr: number({
    label: 'learning rate',
    phrase: true,
    default: 0.1,
    min: 0.00001,
    max: 10,
    step: 0.01,
    logarithmic: true,
  }),
  l1: number({ label: 'L1 rate', phrase: true, default: 0, min: 0, max: 1, step: 0.001 }),
  l2: number({ label: 'L2 rate', phrase: true, default: 0, min: 0, max: 1, step: 0.001 }),
  seed: whole({ label: 'seed', phrase: true, default: 1, min: 0, max: 2 ** 31 - 1 }),
  /** Which of the networks that this seed begins with. */
  network: whole({ label: 'network', phrase: true, default: 0, min: 0, max: 1023 }),
  /** The reader's own data: x₁, x₂ and the class. */
  points: rows('points', { first: FIRST_POINTS, columns: 3, most: MOST_POINTS }),
  /** Weights set by hand: after which step, in which layer, from and to which unit, its value. */
  edits: rows('edits', { first: [], columns: 5, most: 200 }),
};

/** An end of the range over which networks are spread. */
const end = (label: string, first: number): Param<number> =>
  number({
    label,
    phrase: true,
    default: first,
    min: 0.00001,
    max: 10,
    step: 0.01,
    logarithmic: true,
  });

/** Which networks are trained side by side, beside the run. */
const populationParams = {
  vary: choice<'weights' | 'lr' | 'scale'>({
    label: 'networks differ in',
    phrase: true,
    default: 'weights',
    choices: {
      weights: 'initial weights',
      lr: 'learning rate',
      scale: 'scale of the initial weights',
    },
  }),
  from: end('from', 0.001),
  to: end('to', 10),
  networks: choice<'16' | '64' | '256' | '1024'>({
    label: 'number of networks',
    default: '64',
    choices: { 16: '16', 64: '64', 256: '256', 1024: '1,024' },
  }),
  steps: choice<'100' | '500' | '2000'>({
    label: 'number of steps',
    default: '500',
    choices: { 100: '100', 500: '500', 2000: '2,000' },
  }),
};

/** Everything the page follows from; a link holds what differs from these. */
export const params = { ...runParams, ...populationParams };

/** What of some settings a run follows from: others leave it as it is. */
export const runSettings = (settings: Settings): Partial<Settings> =>
  Object.fromEntries(
    Object.keys(runParams).map((name) => [name, settings[name as keyof Settings]]),
  );

export const isOfRun = (name: string): boolean => Object.hasOwn(runParams, name);

export type Settings = ValuesOf<typeof params>;
export const defaults: Settings = defaultsOf(params);
