import scaledCopy from '../../shaders/elementwise/scaled_copy';
import type { Tensor } from '../compute/tensor';
import type { Turn } from '../compute/plan';
import { Training, type Broken, type Recording, type Trained } from './training';

/** A tensor whose numbers are kept at every step, one row after the other, where the device has them. */
interface Kept {
  readonly call: number;
  readonly width: number;
  readonly rows: Tensor;
  readonly read: Float32Array;
}

/** What a run keeps of every step, by name: the loss is among it. */
type Tensors<Name extends string> = Readonly<Record<Name, Tensor>>;

/**
 * A run of training that keeps some of its numbers at every step, so that many steps are one request
 * and a reader can go back over all of them. It ends where its loss is no longer a number.
 */
export class RecordedRun<Name extends string> {
  /** The last step of which numbers are kept; none is before the first call of `goTo`. */
  step = -1;
  /** How it ended: `step` is then the last good one. */
  broken: Broken | undefined;

  private constructor(
    private readonly training: Training,
    private readonly kept: Readonly<Record<Name, Kept>>,
  ) {}

  /** Keeps these tensors from step 0 on, to a last one at most. */
  static async open<Name extends string>(
    trained: Trained,
    tensors: Tensors<Name>,
    lastStep: number,
    recording?: Recording,
  ): Promise<RecordedRun<Name>> {
    const { tape } = trained;
    const keep = (tensor: Tensor): Kept => {
      const [width, total] = [tensor.length, tensor.length * (lastStep + 1)];
      const rows = tape.room([total]);
      tape.run(scaledCopy, {
        dimensions: { count: width, total },
        knobs: { first: 0, factor: 1 },
        buffers: { source: tensor, copied: rows },
      });
      return { call: tape.calls.length - 1, width, rows, read: new Float32Array(total) };
    };
    const kept = Object.fromEntries(
      Object.entries<Tensor>(tensors).map(([name, tensor]) => [name, keep(tensor)]),
    ) as Record<Name, Kept>;
    const turns = (from: number, rounds: number): Turn[] => [
      ...(trained.turns?.(from, rounds) ?? []),
      ...Object.values<Kept>(kept).map(({ call, width }) => ({
        call,
        knob: 'first',
        values: Array.from({ length: rounds }, (_, i) => (from + i) * width),
      })),
    ];
    return new RecordedRun(await Training.open({ ...trained, turns }, recording), kept);
  }

  /** Trains on until a step is kept, unless the run ends before. */
  async goTo(step: number, signal?: AbortSignal): Promise<void> {
    if (this.broken || step <= this.step) return;
    const { training } = this;
    // A step makes its numbers from the state it begins in: the training is one update ahead.
    this.broken = await training.advance(step + 1 - training.step, signal);
    const last = this.broken ? this.broken.step : training.step - 1;
    const first = this.step + 1;
    const kept = Object.values<Kept>(this.kept);
    const count = Math.max(0, last + 1 - first);
    const fresh = await training.readAll(
      kept.map(({ rows, width }) => [rows, first * width, count * width]),
    );
    kept.forEach(({ width, read }, i) => read.set(fresh[i], first * width));
    this.step = last;
  }

  /** What was kept of a step: what a number was after so many updates. */
  at(name: Name, step: number): Float32Array {
    const { width, read } = this.kept[name];
    return read.subarray(step * width, (step + 1) * width);
  }

  release(): void {
    this.training.release();
  }
}
