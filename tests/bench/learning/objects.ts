// A network of objects, one for each unit and one for each weight, which learns from one example at a
// time: the structure of TensorFlow Playground (Smilkov et al., 2017), written anew.
import { beginning, drawn, examples, RATE, type Task } from './task';

class Link {
  slopes = 0;

  constructor(
    readonly from: Unit,
    readonly to: Unit,
    public weight: number,
  ) {}
}

class Unit {
  readonly into: Link[] = [];
  readonly outOf: Link[] = [];
  output = 0;
  /** The slope of the error by the output, and by the sum that it is the tanh of. */
  atOutput = 0;
  atSum = 0;
  slopes = 0;

  constructor(public bias: number) {}

  forward(): void {
    let sum = this.bias;
    for (const link of this.into) sum += link.weight * link.from.output;
    this.output = Math.tanh(sum);
  }

  backward(): void {
    this.atSum = this.atOutput * (1 - this.output * this.output);
    this.slopes += this.atSum;
    for (const link of this.into) link.slopes += this.atSum * link.from.output;
  }

  gather(): void {
    this.atOutput = 0;
    for (const link of this.outOf) this.atOutput += link.weight * link.to.atSum;
  }

  descend(rate: number): void {
    this.bias -= rate * this.slopes;
    this.slopes = 0;
    for (const link of this.into) {
      link.weight -= rate * link.slopes;
      link.slopes = 0;
    }
  }
}

export class ObjectNetwork {
  private readonly layers: Unit[][];

  constructor(private readonly task: Task) {
    const { widths } = task;
    const weights = beginning({ ...task, networks: 1 });
    this.layers = widths.map((count, layer) =>
      Array.from({ length: count }, (_, unit) => {
        const bias = layer === 0 ? 0 : weights[layer - 1][widths[layer - 1] * count + unit];
        return new Unit(bias);
      }),
    );
    weights.forEach((own, layer) => {
      this.layers[layer].forEach((from, i) =>
        this.layers[layer + 1].forEach((to, j) => {
          const link = new Link(from, to, own[i * widths[layer + 1] + j]);
          from.outOf.push(link);
          to.into.push(link);
        }),
      );
    });
  }

  /** One step of plain descent on the mean squared error of a batch. */
  step(step: number): void {
    const { batch } = this.task;
    const all = examples();
    for (let row = 0; row < batch; row += 1) {
      const { x, label } = all[drawn(row, step)];
      this.forward(x);
      this.backward(label);
    }
    for (const layer of this.layers.slice(1)) {
      for (const unit of layer) unit.descend(RATE / batch);
    }
  }

  private forward(x: readonly number[]): void {
    this.layers[0].forEach((unit, i) => (unit.output = x[i]));
    for (let layer = 1; layer < this.layers.length; layer += 1) {
      for (const unit of this.layers[layer]) unit.forward();
    }
  }

  private backward(label: number): void {
    const last = this.layers.length - 1;
    const [output] = this.layers[last];
    output.atOutput = 2 * (output.output - label);
    for (let layer = last; layer >= 1; layer -= 1) {
      for (const unit of this.layers[layer]) {
        if (layer < last) unit.gather();
        unit.backward();
      }
    }
  }

  /** Of the first layer, as `beginning` has them. */
  weights(): Float32Array {
    const [inputs, units] = this.layers;
    const rows = inputs.map((unit) => unit.outOf.map(({ weight }) => weight));
    return Float32Array.from([...rows, units.map(({ bias }) => bias)].flat());
  }
}
