import responseField from '../../../shaders/dense/response_field';
import { activationIndex } from '../../../shaders/lib/activation';
import {
  compareWithTwin,
  ScalePicture,
  worse,
  type Agreement,
  type Compute,
  type Field,
  type Matrix,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Tensor,
} from '../../../src/author';
import { drawSamples, layerDecides, neuronDecides, score, type Score } from './clusters';
import type { Activation } from './model';
import { drawResponses, REACH } from './response-frame';
import type { ScaleGivens } from './settings';

const inKernel: Readonly<Record<Activation, number>> = {
  sigmoid: activationIndex.sigmoid,
  tanh: activationIndex.tanh,
  relu: activationIndex.relu,
  identity: activationIndex.none,
};

/** Rows of each field that are checked against the twin. */
const CHECKED = 8;

interface Shown {
  readonly size: number;
  readonly tensors: readonly Tensor[];
  /** The same numbers where there is no GPU to paint them from. */
  readonly data: readonly Field['data'][];
  readonly most: readonly number[];
}

/** The answer of one neuron and of a hidden layer to every point of a plane. */
export class ResponseAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private readonly samples = drawSamples();
  private values: ScaleGivens | undefined;
  private shown: Shown | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) => this.drawing(frame));
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    // The lines follow the pointer at once, the fields when they are computed.
    this.values = values;
    this.picture.redraw();
    const { size } = values;
    const layers = layersOf(values);
    const tensors = layers.map(() => stage.compute.zeros(size * size));
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      layers.forEach((rows, i) =>
        work.run(responseField, {
          ...callFor(values, rows, 0, size),
          buffers: { weights: work.upload(Float32Array.from(rows.flat())), field: tensors[i] },
        }),
      );
      await work.finished({ progress: (share) => stage.progress(share), signal });
      const elapsed = stage.clock.now() - started;
      const checks = await Promise.all(
        layers.map((rows, i) => checkRows(work, values, rows, tensors[i])),
      );
      const data = stage.compute.gpu ? tensors : await work.readAll(tensors);
      signal.throwIfAborted();
      this.release();
      this.shown = { size, tensors, data, most: layers.map((rows) => mostOf(rows, values)) };
      await this.picture.paint();
      return {
        count: 2 * size * size,
        unit: 'answers',
        elapsed,
        agreement: worse(...(checks as [Agreement, Agreement])),
        finding: this.say(values),
      };
    } finally {
      work.release();
      if (this.shown?.tensors !== tensors) for (const tensor of tensors) tensor.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.values
      ? `Two planes of two inputs, each with four clusters of points, opposite ones of one kind. ${this.say(this.values)}`
      : 'The answers are being computed.';
  }

  dispose(): void {
    this.release();
    this.picture.dispose();
  }

  private release(): void {
    for (const tensor of this.shown?.tensors ?? []) tensor.release();
    this.shown = undefined;
  }

  private say({ neuron, hidden, activation }: ScaleGivens): string {
    const one = score(this.samples, neuronDecides(neuron));
    const layer = score(this.samples, layerDecides(hidden, activation));
    return `One neuron gets ${parted(one)}; a hidden layer of ${hidden.length} gets ${parted(layer)}.`;
  }

  private drawing(frame: ScaleFrame): ScaleDrawing | undefined {
    const { values, shown, samples, stage } = this;
    if (!values || !shown) return undefined;
    const fields = shown.data.map((data, i) => ({ data, size: shown.size, most: shown.most[i] }));
    return drawResponses(values, fields, samples, frame, (changes, commit) =>
      stage.edit(changes, commit),
    );
  }
}

/** One neuron is a layer of one. */
const layersOf = ({ neuron, hidden }: ScaleGivens): readonly Matrix[] => [[[...neuron, 1]], hidden];

/** Some rows of a field: dimensions and knobs. */
function callFor({ size, activation }: ScaleGivens, layer: Matrix, first: number, rows: number) {
  const y = (row: number): number => REACH - (2 * REACH * row) / size;
  return {
    dimensions: { columns: size, rows, neurons: layer.length },
    knobs: {
      left: -REACH,
      right: REACH,
      top: y(first),
      bottom: y(first + rows),
      activation: inKernel[activation],
    },
  };
}

async function checkRows(
  work: Compute,
  values: ScaleGivens,
  layer: Matrix,
  tensor: Tensor,
): Promise<Agreement> {
  const { size } = values;
  const first = Math.floor(size / 3);
  const twin = await work.twin(responseField, {
    ...callFor(values, layer, first, CHECKED),
    buffers: { weights: layer.flat(), field: new Float32Array(CHECKED * size) },
  });
  const running = await work.read(tensor, first * size, CHECKED * size);
  return compareWithTwin(running, twin.field, responseField.bound, `answers in ${CHECKED} rows`);
}

/** Where the colours end: at 1 for the curves that do, else at the most there can be. */
function mostOf(layer: Matrix, { activation }: ScaleGivens): number {
  if (activation === 'sigmoid' || activation === 'tanh') return 1;
  const most = layer.map(
    ([w0, w1, b, v]) => Math.abs(v) * (REACH * (Math.abs(w0) + Math.abs(w1)) + Math.abs(b)),
  );
  return Math.max(1e-3, ...most);
}

const parted = ({ share, clusters }: Score): string =>
  `${clusters} of 4 clusters right (${(100 * share).toFixed(1)} % of the points)`;
