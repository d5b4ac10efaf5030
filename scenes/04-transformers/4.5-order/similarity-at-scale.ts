import matmul from '../../../shaders/dense/matmul';
import { activationIndex } from '../../../shaders/lib/activation';
import {
  byDistance,
  compareWithTwin,
  halfAt,
  HeatPicture,
  pairsGrid,
  show,
  significant,
  type Agreement,
  type ByDistance,
  type Compute,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Tensor,
} from '../../../src/author';
import { drawSimilarity, layoutOf, type Similar } from './similarity-frame';
import { wavesOf, type ScaleGivens } from './waves';

/** Rows of the similarities that are checked against the twin: the last, whose angles are largest. */
const CHECKED = 8;

const knobs = { transposeA: 0, transposeB: 1, biased: 0, activation: activationIndex.none };

/** The sinusoidal table, and the dot product of each of its rows with every other. */
export class SimilarityAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: HeatPicture<Similar>;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new HeatPicture<Similar>(stage, {
      grid: (shown, frame) => pairsGrid(shown, layoutOf(shown, frame).pairs),
      draw: drawSimilarity,
    });
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const { length, width, base } = values;
    // What is painted from outlives the request; all else goes with it.
    const tensor = stage.compute.zeros(length * length);
    const work = stage.compute.scope(signal);
    try {
      const table = wavesOf(values);
      const started = stage.clock.now();
      work.run(matmul, {
        dimensions: { batch: 1, rows: length, inner: width, columns: length },
        knobs,
        buffers: {
          a: work.upload(table),
          b: work.upload(table),
          bias: work.zeros(length),
          c: tensor,
        },
      });
      await work.finished({ progress: (share) => stage.progress(share), signal });
      const elapsed = stage.clock.now() - started;
      const agreement = await checkRows(work, values, table, tensor);
      const numbers = await work.read(tensor);
      signal.throwIfAborted();
      const found = byDistance(numbers, length);
      await this.picture.show({
        ...{ length, width, base, table, tensor, numbers },
        data: stage.compute.gpu ? tensor : numbers,
        byDistance: found,
      });
      return {
        count: length * length,
        unit: 'pairs of positions',
        elapsed,
        agreement,
        finding: sayHalf(found),
      };
    } finally {
      work.release();
      if (this.picture.shown?.tensor !== tensor) tensor.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    const { shown } = this.picture;
    if (!shown) return 'The similarities are being computed.';
    const near = [1, 2, 4, 8, 16, 32, 64, 128].filter((apart) => apart < shown.length);
    const means = near.map((apart) => `${apart} apart ${show(shown.byDistance.mean[apart])}`);
    return `Sinusoidal table of ${shown.length} positions and the similarity of each two. Mean similarity: ${means.join(', ')}.`;
  }

  dispose(): void {
    this.picture.dispose();
  }
}

function sayHalf(found: ByDistance): string {
  const half = halfAt(found);
  const falls =
    half === undefined
      ? 'and at none does it fall below one half'
      : `and it first falls below one half at ${half} apart`;
  return `Only how far apart: at each distance the similarity is the same wherever the two stand, to within ${show(found.spread, significant(2))}, ${falls}.`;
}

async function checkRows(
  compute: Compute,
  { length, width }: ScaleGivens,
  table: Float32Array,
  similarity: Tensor,
): Promise<Agreement> {
  const rows = Math.min(CHECKED, length);
  const first = length - rows;
  const twin = await compute.twin(matmul, {
    dimensions: { batch: 1, rows, inner: width, columns: length },
    knobs,
    buffers: {
      a: table.slice(first * width),
      b: table,
      bias: new Float32Array(length),
      c: new Float32Array(rows * length),
    },
  });
  const running = await compute.read(similarity, first * length, rows * length);
  return compareWithTwin(
    running,
    twin.c,
    matmul.bound,
    `similarities of the last ${rows} positions`,
  );
}
