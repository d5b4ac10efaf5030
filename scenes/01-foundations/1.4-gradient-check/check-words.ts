import { decimals, show, significant } from '../../../src/author';
import {
  BAR,
  bugOf,
  layersOf,
  parameterAt,
  placeOf,
  type Layer,
  type ScaleGivens,
} from './settings';
import { lowest, type Depth } from './valley';
import type { Compared, Verdict } from './verdict';

/** A check that stands, and the gradient that the reader suspects. */
export interface Checked extends Compared {
  readonly values: ScaleGivens;
  readonly verdict: Verdict;
  readonly valley: readonly Depth[];
  readonly suspect: number | undefined;
}

export const percent = (share: number): string =>
  `${show(100 * share, share < 0.995 ? significant(2) : decimals(0))}\u00a0%`;
const count = (n: number): string => n.toLocaleString('en');
const digits = (x: number): string => show(x, significant(3));
const epsText = (eps: number): string => String(Number(eps.toPrecision(2)));

/** What a parameter is: `weight from input 5 to unit 41, layer 2`, all counted from 1. */
function nameOf(layers: readonly Layer[], parameter: number): string {
  const { layer, unit, source } = placeOf(layers, parameter);
  const to = `unit ${unit + 1} of ${layers[layer].name}`;
  return source === undefined ? `bias of ${to}` : `weight from input ${source + 1} to ${to}`;
}

/** Whether the reader's suspect is the gradient with the bug. */
export const isFound = ({ suspect, values }: Checked): boolean => {
  const bug = bugOf(values);
  return bug !== undefined && suspect === parameterAt(layersOf[values.network], bug);
};

/** What the check has found, and what is left to the reader. */
export function sayCheck(checked: Checked): string {
  const { verdict, suspect, errors, values } = checked;
  if (isFound(checked)) return sayFound(checked);
  const { failed, worst, next } = verdict;
  const all = count(errors.length);
  const said =
    failed === 0
      ? `All ${all} gradients pass: the worst is off by ${percent(errors[worst])}.`
      : failed === 1
        ? `1 of ${all} gradients is off by ${percent(errors[worst])}, the next worst by ${percent(next)}.`
        : `${count(failed)} of ${all} gradients are off by more than ${percent(BAR)}: ${blame(checked)}.`;
  if (suspect !== undefined)
    return `${said} The one you pressed is off by ${percent(errors[suspect])}.`;
  return failed === 1 && values.bug !== 'none' ? `${said} Find it and press on it.` : said;
}

function sayFound({ suspect, backprop, central, values }: Checked): string {
  const at = suspect!;
  return `Found: the ${nameOf(layersOf[values.network], at)}. Backpropagation says ${digits(backprop[at])}, the difference ${digits(central[at])}: half of the samples were left out of its sum.`;
}

/** Why the check itself is off. */
const blame = ({ values, valley }: Checked): string =>
  values.eps32 < lowest(valley)
    ? `at ε = ${epsText(values.eps32)} rounding drowns the differences`
    : values.network === 'digits'
      ? `within ε = ${epsText(values.eps32)} another pixel becomes the largest of its window`
      : `over ε = ${epsText(values.eps32)} the loss bends too much`;

/** One gradient, as it is read on pointing. */
export const readGradient = (
  { backprop, central, errors, values }: Checked,
  parameter: number,
): string => {
  const layers = layersOf[values.network];
  const { layer, unit, source } = placeOf(layers, parameter);
  const name = source === undefined ? `bias ${unit + 1}` : `weight ${source + 1} → ${unit + 1}`;
  return `${layers[layer].name}, ${name}: ${digits(backprop[parameter])} and ${digits(central[parameter])}, off by ${percent(errors[parameter])}`;
};

export function describeCheck(checked: Checked): string {
  const { valley, verdict, errors } = checked;
  const [first, last] = [valley[0], valley[valley.length - 1]];
  return `Relative errors of ${count(errors.length)} gradients as a heatmap, layer by layer; their median is ${percent(verdict.median)}. Below, the error over ε: ${percent(first.median)} at ${epsText(first.eps)}, least at ${epsText(lowest(valley))}, ${percent(last.median)} at ${epsText(last.eps)}. ${sayCheck(checked)}`;
}
