import { finish, select, tf, type Backend } from '../peers/tfjs';
import type { Learner } from './learner';
import { beginning, drawn, examples, RATE, type Task } from './task';

/** A layer's weights and biases, which `beginning` has in one array for each network. */
function variables(task: Task, layer: number, all: Float32Array) {
  const { networks, widths } = task;
  const [inputs, outputs] = [widths[layer], widths[layer + 1]];
  return tf.tidy(() => {
    const whole = tf.tensor(all, [networks, inputs + 1, outputs]);
    return {
      weights: tf.variable(tf.slice(whole, [0, 0, 0], [networks, inputs, outputs])),
      bias: tf.variable(tf.slice(whole, [0, inputs, 0], [networks, 1, outputs])),
    };
  });
}

/** The same in TensorFlow.js: its own gradients and its own optimiser, many networks by batched products. */
export async function openTfjs(backend: Backend, task: Task): Promise<Learner> {
  await select(backend);
  const { batch, networks } = task;
  const layers = beginning(task).map((all, layer) => variables(task, layer, all));
  const sgd = tf.train.sgd(RATE);
  let taken = 0;
  /** Numbers of the batch, the same for every network. */
  const shared = (of: (row: number) => readonly number[], depth: number): tf.Tensor => {
    const numbers = Array.from({ length: batch }, (_, row) => of(row)).flat();
    const one = tf.tensor(Float32Array.from(numbers), [1, batch, depth]);
    return networks === 1 ? one : tf.tile(one, [networks, 1, 1]);
  };
  const loss = (): tf.Tensor => {
    const rows = Array.from({ length: batch }, (_, row) => examples()[drawn(row, taken)]);
    const outputs = layers.reduce<tf.Tensor>(
      (input, { weights, bias }) => tf.tanh(tf.add(tf.matMul(input, weights), bias)),
      shared((row) => rows[row].x, 2),
    );
    const errors = tf.sub(
      outputs,
      shared((row) => [rows[row].label], 1),
    );
    // The networks' own means, added up: each has the slope it would have alone.
    return tf.mul(tf.sum(tf.square(errors)), 1 / batch);
  };
  return {
    networks,
    select: () => select(backend),
    async steps(count) {
      for (const end = taken + count; taken < end; taken += 1) sgd.minimize(loss);
      await finish(backend);
    },
    async weights() {
      const [weights, bias] = [await layers[0].weights.data(), await layers[0].bias.data()];
      const [inputs, outputs] = task.widths;
      return Float32Array.from([...weights.slice(0, inputs * outputs), ...bias.slice(0, outputs)]);
    },
    async release() {
      await select(backend);
      for (const layer of layers) for (const variable of Object.values(layer)) variable.dispose();
      sgd.dispose();
    },
  };
}
