// Says how quickly networks learn: ours, TensorFlow.js and a network of objects, in steps a second.
import { learning as goals } from './goals.mjs';
import { judged, short, table } from './tables.mjs';

/** @typedef {import('./report.mjs').Learning} Learning */

/** @param {number} x */
const grouped = (x) => (x >= 100 ? Math.round(x).toLocaleString('en-GB') : short(x));

/** @param {Learning} tasks @param {string} name @param {string} who */
const rateOf = (tasks, name, who) =>
  tasks.find((task) => task.name === name)?.results.find((result) => result.name === who)?.median;

/** @param {Learning} tasks */
function rateTable(tasks) {
  const rows = tasks.flatMap((task) => {
    const objects = rateOf(tasks, task.name, 'objects');
    return task.results.map(({ name, median, rates, error, verdict }) => {
      if (!median || !rates) return [task.name, name, '', '', '', '', error ?? ''];
      return [
        task.name,
        name,
        grouped(median),
        grouped(Math.min(...rates)),
        grouped(Math.max(...rates)),
        objects ? short(median / objects) : '',
        verdict?.right ? '' : `**wrong weights**, off by ${short(verdict?.largest ?? NaN)}`,
      ];
    });
  });
  const head = ['', 'who', 'network-steps a second', 'slowest round', 'fastest round'];
  return table([...head, 'of the objects', ''], rows);
}

/** @param {Learning} tasks */
function goalTable(tasks) {
  const rows = goals.flatMap(({ task, ours, ratio }) => {
    const objects = rateOf(tasks, task, 'objects');
    const [best] = ours
      .map((who) => ({ who, rate: rateOf(tasks, task, who) ?? 0 }))
      .sort((a, b) => b.rate - a.rate);
    if (!objects || best.rate === 0) return [];
    const reached = best.rate / objects;
    return [[task, best.who, short(reached), `≥ ${ratio}`, judged(reached >= ratio)]];
  });
  return table(['', 'ours', 'times the objects', 'goal', ''], rows);
}

/** @param {Learning} tasks */
export const learningText = (
  tasks,
) => `Steps of plain descent on the circle of the page to train on, tanh units, the mean squared error of a
batch that is drawn anew for every step. \`objects\` is a network of objects, one for each unit and one
for each weight, which sees one example at a time, as TensorFlow Playground has it; it runs on the
page's own thread. Ours is what the page runs: batches are drawn, losses read, checkpoints kept.
All begin with the same weights and draw the same examples; after five steps the weights are compared
with those of the objects. Rounds of a quarter of a second are interleaved, reversed in every other;
medians are given. A step of n networks side by side counts as n; a loop of objects trains one of them.

${goalTable(tasks)}

${rateTable(tasks)}`;
