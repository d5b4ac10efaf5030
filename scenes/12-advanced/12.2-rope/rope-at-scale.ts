import rope from '../../../shaders/attention/rope';
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
  worse,
  type Agreement,
  type Compute,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Tensor,
} from '../../../src/author';
import { envelopeOf, tablesOf } from './angles';
import { callOf, errorsOf, POSITIONS, turn, vectors } from './far-out';
import { BASES, drawScores, layoutOf, type Scored } from './scores-frame';
import { PAIRS, type ScaleGivens } from './settings';

/** Rows of the scores that are checked against the twin. */
const CHECKED = 8;
const WIDTH = 2 * PAIRS;
const knobs = { transposeA: 0, transposeB: 1, biased: 0, activation: activationIndex.none };

/** The score of every query position with every key position, and what becomes of it far out. */
export class RopeAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: HeatPicture<Scored>;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new HeatPicture<Scored>(stage, {
      grid: (shown, frame) => pairsGrid(shown, layoutOf(shown, frame).pairs),
      draw: drawScores,
    });
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const { length, base, first, angles } = values;
    // What is painted from outlives the request; all else goes with it.
    const tensor = stage.compute.zeros(length * length);
    const work = stage.compute.scope(signal);
    try {
      const tables = tablesOf(angles, values);
      const started = stage.clock.now();
      const turned = turn(work, { positions: length, ...tables });
      work.run(matmul, {
        dimensions: { batch: 1, rows: length, inner: WIDTH, columns: length },
        knobs,
        buffers: { a: turned, b: turned, bias: work.zeros(length), c: tensor },
      });
      await work.finished({ progress: (share) => stage.progress(share), signal });
      const elapsed = stage.clock.now() - started;
      const agreement = await check(work, { length, tables, turned, scores: tensor });
      const errors = {
        float32: await errorsOf(work, 'float32', base),
        float64: await errorsOf(work, 'float64', base),
      };
      const numbers = await work.read(tensor);
      signal.throwIfAborted();
      const shown = {
        ...{ length, base, first, angles, errors, tensor, numbers },
        data: stage.compute.gpu ? tensor : numbers,
        byDistance: byDistance(numbers, length),
        envelopes: BASES.map(envelopeOf),
      };
      await this.picture.show(shown);
      return {
        count: length * length,
        unit: 'scores',
        elapsed,
        agreement,
        finding: findingOf(shown),
        details: detailsOf(shown),
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
    if (!shown) return 'The scores are being computed.';
    const near = [1, 2, 4, 8, 16, 32, 64, 128].filter((apart) => apart < shown.length);
    const means = near.map((apart) => `${apart} apart ${show(shown.byDistance.mean[apart])}`);
    return `Scores of ${shown.length.toLocaleString('en')} positions with each other. Mean score: ${means.join(', ')}. ${findingOf(shown)}`;
  }

  dispose(): void {
    this.picture.dispose();
  }
}

const small = (x: number): string => show(x, significant(2));

/** What came out, in one sentence. */
function findingOf({ angles, first, byDistance: { spread }, errors }: Scored): string {
  const last = POSITIONS.length - 1;
  const from = first > 0 ? ` from position ${first.toLocaleString('en')} on` : '';
  return `With ${angles} angles${from} the score at each distance is the same to within ${small(spread)}; at position ${POSITIONS[last].toLocaleString('en')} it is off by ${small(errors.float32[last])} with float32 angles, and by ${small(errors.float64[last])} with float64.`;
}

function detailsOf({ byDistance: found }: Scored): string {
  const half = halfAt(found);
  const falls =
    half === undefined
      ? 'At none of these distances does the score fall below one half.'
      : `The score first falls below one half at distance ${half.toLocaleString('en')}.`;
  return `${falls} The tables of cosines and sines are float32 either way; what differs is the angle, a position times a frequency.`;
}

interface Computed {
  readonly length: number;
  readonly tables: ReturnType<typeof tablesOf>;
  readonly turned: Tensor;
  readonly scores: Tensor;
}

/** Both kernels on the last rows, whose angles are largest. */
async function check(
  compute: Compute,
  { length, tables, turned, scores }: Computed,
): Promise<Agreement> {
  const rows = Math.min(CHECKED, length);
  const first = length - rows;
  const [all, running] = await compute.readAll([turned, [scores, first * length, rows * length]]);
  const ofRope = await compute.twin(rope, {
    ...callOf(rows),
    buffers: {
      vectors: vectors(rows),
      cosines: tables.cosines.slice(first * PAIRS),
      sines: tables.sines.slice(first * PAIRS),
      turned: new Float32Array(rows * WIDTH),
    },
  });
  const ofMatmul = await compute.twin(matmul, {
    dimensions: { batch: 1, rows, inner: WIDTH, columns: length },
    knobs,
    buffers: {
      a: all.slice(first * WIDTH),
      b: all,
      bias: new Float32Array(length),
      c: new Float32Array(rows * length),
    },
  });
  return worse(
    compareWithTwin(all.slice(first * WIDTH), ofRope.turned, rope.bound, 'turned vectors'),
    compareWithTwin(running, ofMatmul.c, matmul.bound, `scores of the last ${rows} positions`),
  );
}
