import matmul from '../../../shaders/dense/matmul';
import {
  compareWithTwin,
  ScalePicture,
  show,
  significant,
  worse,
  type Agreement,
  type Compute,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { drawLayers, gainText, SHOUT, WHISPER, type Measured } from './layers-chart';
import { draw, forwardFamily, passBothWays, type Draws, type Passes } from './passes';
import { DEPTH, GAINS, type ScaleGivens } from './settings';
import { gainFor } from './threshold';

/** Rows of each checked product that are compared with the twin. */
const CHECKED = 4;

/** What stays the same while the gain is dragged. */
interface Prepared {
  readonly key: string;
  readonly scope: Compute & { release(): void };
  readonly draws: Draws;
  readonly family: readonly (readonly number[])[];
}

/** Fifty layers forward and backward, live under the gain. */
export class LayersAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private prepared: Prepared | undefined;
  private shown: (Measured & { readonly values: ScaleGivens }) | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) => this.drawing(frame));
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const { draws, family } = await this.prepare(values, signal);
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const read = passBothWays(work, values, draws);
      await work.finished({ progress: (share) => stage.progress(share), signal });
      const elapsed = stage.clock.now() - started;
      const passes = await read();
      const agreement = await check(work, values, passes);
      signal.throwIfAborted();
      this.shown = { ...passes, family, values };
      await this.picture.paint();
      return {
        count: 2 * DEPTH * values.inputs * values.width ** 2,
        unit: 'multiply-adds',
        elapsed,
        agreement,
        finding: this.say(),
        details: `Layer 50 whispers where its mean square is below a thousandth of that of the inputs, and shouts above a thousand times it. The thin lines are measured as well, each at its own gain.`,
      };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.shown
      ? `Mean squares of the activations of ${DEPTH} layers, forward and backward, on a logarithmic axis. ${this.say()}`
      : 'The layers are being computed.';
  }

  dispose(): void {
    this.prepared?.scope.release();
    this.picture.dispose();
  }

  /** Draws weights and runs the family of gains, once for these sizes. */
  private async prepare(values: ScaleGivens, signal: AbortSignal): Promise<Prepared> {
    const { width, inputs, activation } = values;
    const key = [width, inputs, activation].join();
    if (this.prepared?.key === key) return this.prepared;
    const scope = this.stage.compute.scope();
    const work = scope.scope(signal);
    try {
      const draws = draw(scope, values);
      const family = await forwardFamily(work, values, draws);
      signal.throwIfAborted();
      this.prepared?.scope.release();
      this.prepared = { key, scope, draws, family };
      return this.prepared;
    } catch (error) {
      scope.release();
      throw error;
    } finally {
      work.release();
    }
  }

  private say(): string {
    const { values, family, forward } = this.shown!;
    const last = family[DEPTH - 1];
    const [low, high] = [WHISPER, SHOUT].map((square) => gainFor(square, GAINS, last));
    const from = low === undefined ? 'It never whispers' : `It whispers below ${gainText(low)}`;
    const to = high === undefined ? 'never shouts' : `shouts above ${gainText(high)}`;
    return `At a gain of ${gainText(values.gain)} ${ended(forward)}. ${from} and ${to}.`;
  }

  private drawing(frame: ScaleFrame): ScaleDrawing | undefined {
    return this.shown && drawLayers(this.shown, this.shown.values, this.stage, frame);
  }
}

/** What has become of the signal in the last layer, or where it ended. */
function ended(forward: readonly number[]): string {
  const over = forward.findIndex((square) => !Number.isFinite(square));
  if (over >= 0) return `float32 overflows in layer ${over + 1}`;
  const last = forward[DEPTH - 1];
  return last === 0
    ? `nothing is left from layer ${forward.indexOf(0) + 1} on`
    : `layer ${DEPTH} has ${show(last, significant(2))} times the mean square of the inputs`;
}

/** Some rows of the products of the first two layers, against the twin: later ones add up roundings. */
async function check(
  work: Compute,
  { width }: ScaleGivens,
  { checked }: Passes,
): Promise<Agreement> {
  const checks = await Promise.all(
    checked.map(async ({ a, b, c }) => {
      const [left, right, running] = await work.readAll([
        [a, 0, CHECKED * width],
        b,
        [c, 0, CHECKED * width],
      ]);
      const twin = await work.twin(matmul, {
        dimensions: { batch: 1, rows: CHECKED, inner: width, columns: width },
        knobs: { transposeA: 0, transposeB: 0, biased: 0, activation: 0 },
        buffers: {
          a: left,
          b: right,
          bias: new Float32Array(width),
          c: new Float32Array(CHECKED * width),
        },
      });
      return compareWithTwin(running, twin.c, matmul.bound, 'sums of the first two layers');
    }),
  );
  return worse(...(checks as [Agreement, Agreement]));
}
