import { expect, test } from 'vitest';
import { recalling } from '../../../scenes/03-recurrent-networks/3.4-constant-error-carousel/recall';
import { adding } from '../../../scenes/03-recurrent-networks/3.5-gradient-clipping/adding';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { compareFirstSteps } from '../../../src/learn/first-steps';
import { Training } from '../../../src/learn/training';

const port = (): LocalPort => new LocalPort(findKernel);
const open = () => CpuCompute.open(port(), new Twins(port));

const STEPS = 3;

/** A recurrent network that recalls one of 8 symbols over some blanks. */
function recall(lr: number, seed: number, delay = 5) {
  const values = { hidden: 32, forget_bias: 3, lr, seed };
  const { trained, tensors } = recalling(open(), 'rnn', delay, values);
  return { trained, tensor: tensors.logits, terms: 8 * (delay + 2) };
}

/** One that adds, in whose first steps gradients grow through time: the faster, the more they do. */
function add(lr: number, seed: number) {
  const { trained, recurrent } = adding(open(), { lr, seed });
  return { trained, tensor: recurrent, terms: 960 };
}

type Learner = ReturnType<typeof recall>;

const agreementOf = ({ trained, tensor, terms }: Learner) =>
  compareFirstSteps(trained, { tensor, terms, steps: STEPS, what: 'numbers' });

test.each([
  ['Adam', 0.003, recall(0.003, 2)],
  ['Adam that turns roundings into steps', 0.1, recall(0.1, 2, 10)],
  ['descent', 0.1, add(0.1, 1)],
  ['descent whose gradients explode', 1, add(1, 3)],
])(
  'the first steps of %s at %d are those of float64, within what they make of roundings',
  async (_, __, learner) => {
    const agreement = await agreementOf(learner);
    expect(agreement.largest).toBeGreaterThan(0);
    expect(agreement.holds).toBe(true);
  },
);

test('the limit is where the numbers put it: a rate a thousandth larger is beyond it', async () => {
  for (const [learner, other] of [
    // A seed at which no gradient all but vanishes: Adam would make a whole step of how it is rounded.
    [recall(0.003, 3), recall(0.003 * 1.001, 3)],
    [add(0.1, 1), add(0.1 * 1.001, 1)],
  ]) {
    const { limit } = await agreementOf(learner);
    const [own, off] = await Promise.all(
      [learner, other].map(async ({ trained, tensor }, i) => {
        const training = await Training.open(trained);
        // The one that was compared stands where it was compared.
        if (i > 0) await training.advance(STEPS);
        return training.read(tensor);
      }),
    );
    expect(Math.max(...own.map((x, i) => Math.abs(x - off[i])))).toBeGreaterThan(2 * limit);
  }
});
