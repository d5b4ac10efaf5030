import { decimals, show } from '../../../src/author';
import { example, ROWS, stepOf, type Memory } from './memory';
import { GATES_AT_REST, gateOf, halfLifeOf } from './pulse-settings';
import { unitsOf } from './pulse';

/** What is measured further out than this would hang on the end of the run. */
const FAR = 1 / 3;

/** What came out, in one sentence. */
export function sayMemory(memory: Memory): string {
  const { sizes, halfLives } = memory;
  const column = example(memory, FAR * sizes.steps);
  if (column < 0)
    return 'No unit has lost half of its pulse yet: take more steps, or less weight of its own state.';
  const [said, measured] = [halfLifeOf(column), halfLives[column]];
  const verdict =
    measured < 0.9 * said
      ? 'A gate that sways forgets sooner than its value at rest.'
      : measured > 1.1 * said
        ? 'Gates that see the state of their unit hold on to it.'
        : 'Here $f^t$ is right.';
  return `${unitsOf(sizes).toLocaleString('en')} units: at a gate of $${show(gateOf(said))}$, $f^t$ keeps half of a pulse for ${show(said, decimals(0))} steps, and half of the units lose it within ${show(measured, decimals(0))}. ${verdict}`;
}

/** The heatmap as text, with its numbers. */
export function describeMemory({ shares, halfLives, sizes: { steps } }: Memory): string {
  const row = Math.floor(ROWS * 0.75);
  const said = [1, 3, 5, 7].map((eighths) => {
    const column = Math.floor((GATES_AT_REST * eighths) / 8);
    const half = halfLives[column];
    const lasts = Number.isFinite(half) ? `${show(half, decimals(0))} steps` : 'more than the run';
    return `at a gate of ${show(gateOf(halfLifeOf(column)))} ${show(shares[row * GATES_AT_REST + column], decimals(2))} is left after ${stepOf(row, steps)} steps, half lasts ${lasts} and would last ${show(halfLifeOf(column), decimals(0))} by f to the power of t`;
  });
  return `Heatmap of the share of a pulse that is left, over the forget gate at rest and the steps since: ${said.join('; ')}.`;
}
