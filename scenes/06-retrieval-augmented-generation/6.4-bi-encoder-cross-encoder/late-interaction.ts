import matmul from '../../../shaders/dense/matmul';
import topK from '../../../shaders/reduction/top_k';
import type { Compute, WordVectors } from '../../../src/author';
import { ASKED, LENGTH } from './collection';

/** MaxSim of one question with documents, on the device: all their words' cosines, the largest each. */
export async function readPairs(
  compute: Compute,
  question: readonly number[],
  documents: readonly Uint32Array[],
  vectors: WordVectors,
): Promise<number[]> {
  const { dimensions } = vectors;
  const pairs = documents.length;
  const scores = compute.zeros(ASKED * pairs * LENGTH);
  compute.run(matmul, {
    dimensions: { batch: 1, rows: ASKED, inner: dimensions, columns: pairs * LENGTH },
    knobs: { transposeA: 0, transposeB: 1, biased: 0, activation: 0 },
    buffers: {
      a: compute.upload(vectors.rowsAt(question)),
      b: compute.upload(vectors.rowsAt(documents.flatMap((words) => [...words]))),
      bias: compute.zeros(pairs * LENGTH),
      c: scores,
    },
  });
  const largest = compute.zeros(ASKED * pairs);
  compute.run(topK, {
    dimensions: { rows: ASKED * pairs, length: LENGTH, parts: 1, k: 1 },
    buffers: { scores, largest, positions: compute.zeros(ASKED * pairs, 'u32') },
  });
  const most = await compute.read(largest);
  return documents.map((_, pair) =>
    Array.from({ length: ASKED }, (_, w) => most[w * pairs + pair]).reduce((sum, x) => sum + x, 0),
  );
}
