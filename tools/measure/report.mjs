// The tables of docs/measurements.md.
import { cpus } from 'node:os';

/** @param {number} bytes */
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** @param {number} x three significant digits, grouped */
const short = (x) => Number(x.toPrecision(3)).toLocaleString('en');

/** @param {string[]} head @param {(string | number)[][]} rows */
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** @param {readonly number[]} numbers @param {number} share from 0 to 1 */
function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** @param {readonly number[]} numbers */
const median = (numbers) => quantile(numbers, 0.5);

/** @typedef {{ page: string, bytes: number, own?: number, scale?: number }} Weight */
/** @typedef {{ page: string, times: number[], drawn: boolean }} Opening */
/** @typedef {{ script: number, style: number, layout: number, all: number }} Spent  in seconds */
/** @typedef {{ exercise: string, what: string, delays: number[], spent?: Spent }} Drag */
/** @typedef {import('./time.mjs').Run} Run */
/** @typedef {{ exercise: string, device: string, runs: Run[] }} Program */

/** @param {Weight} weight */
const weightRow = ({ page, bytes, own, scale }) => [
  page,
  kilobytes(bytes),
  own === undefined ? '' : kilobytes(own),
  scale === undefined ? '' : kilobytes(scale),
];

/** @param {Opening} opening */
const openingRow = ({ page, times, drawn }) => [
  page,
  Math.round(median(times)),
  Math.round(Math.max(...times)),
  drawn ? 'yes' : 'no',
];

/** @param {Drag} drag */
const dragRow = ({ exercise, what, delays }) => [
  exercise,
  what,
  delays.length,
  median(delays).toFixed(1),
  quantile(delays, 0.95).toFixed(1),
];

/** Milliseconds a picture. @param {Drag} drag */
function spentRow({ exercise, what, delays, spent }) {
  if (!spent) throw new Error(`nothing was dragged in ${exercise}`);
  const { script, style, layout, all } = spent;
  const parts = [script, style, layout, all - script - style - layout, all];
  return [exercise, what, ...parts.map((part) => ((1000 * part) / delays.length).toFixed(1))];
}

/** @param {Program} program */
function programRow({ exercise, device, runs }) {
  const [run] = runs;
  if (!run) throw new Error(`${exercise} was not run`);
  const elapsed = median(runs.map((each) => each.elapsed));
  return [
    exercise,
    device === 'gpu' ? 'GPU (software)' : 'CPU (Workers)',
    `${run.count.toLocaleString('en')} ${run.unit}`,
    short(elapsed),
    short((1000 * run.count) / elapsed),
    `${run.agreement.toPrecision(2)} within ${run.limit.toPrecision(2)}`,
  ];
}

/**
 * @param {{ weights: Weight[], openings: Opening[], drags: Drag[], programs: Program[] }} measured
 * @param {string} version of the browser
 */
export function report({ weights, openings, drags: tried, programs }, version) {
  const drags = tried.filter(({ delays }) => delays.length > 0);
  return `# Measurements

Written by \`node tools/measure.mjs\`; run it again for the numbers of another machine. These are of
${cpus().length} cores (${cpus()[0]?.model.trim()}), no graphics card, Chromium ${version}: WebGPU
runs on its software adapter, which is the processor again. A graphics card is another matter.

## Bytes, gzipped

In kilobytes, everything that is fetched with nothing cached, fonts included. "Own" is what an
exercise adds to what all of them share, "at scale" what its At scale tab adds on the GPU.

${table(['page', 'in all', 'own', 'at scale'], weights.map(weightRow))}

## From the navigation to \`aria-busy="false"\`

In milliseconds, of ${openings[0]?.times.length} openings with nothing cached. "Drawn" is whether the screenshot of that
instant equals the one at rest, in every one of them.

${table(['page', 'median', 'slowest', 'drawn'], openings.map(openingRow))}

## From a movement of the mouse to the drawn picture

In milliseconds, while a handle is dragged to and fro in about 60 movements a second, at step 2.

${table(['exercise', 'dragged', 'pictures', 'median', '95th percentile'], drags.map(dragRow))}

What the page's own thread does in that time, in milliseconds a picture. The rest is painting, the
events themselves and collecting garbage.

${table(['exercise', 'dragged', 'script', 'style', 'layout', 'the rest', 'in all'], drags.map(spentRow))}

## At scale

The default sizes of a software adapter, median of 3 fresh pages; milliseconds from the first
dispatch to completion. The difference is the largest between the running form and its twin.

${table(['exercise', 'device', 'computed', 'ms', 'a second', 'difference'], programs.map(programRow))}
`;
}
