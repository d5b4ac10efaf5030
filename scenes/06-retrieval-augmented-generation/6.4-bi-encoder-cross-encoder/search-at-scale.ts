import matmul from '../../../shaders/dense/matmul';
import { checkNearest, nearest, type Search } from '../../../shaders/reduction/lib/nearest';
import {
  compareWithTwin,
  loadWordVectors,
  positionsOfLargest,
  ScalePicture,
  worse,
  type Compute,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type WordVectors,
} from '../../../src/author';
import {
  ASKED,
  drawCollection,
  drawTopics,
  LENGTH,
  TOPIC_WORDS,
  type Collection,
} from './collection';
import { readPairs } from './late-interaction';
import { maxSims, ranksOfBest } from './recall';
import { drawSearch, saySearch, type Measured } from './search-frame';
import type { ScaleGivens } from './settings';

/** How many of the nearest documents the device chooses; recall needs all scores anyway. */
const CHOSEN = 20;
/** Shares of the work, for the progress bar: drawing, searching, judging. */
const DRAWN = 0.4;
const SEARCHED = 0.6;

/** A shortlist by dot products, judged by what late interaction would choose among all. */
export class SearchAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private drawn: { readonly key: string; readonly collection: Collection } | undefined;
  private measured: Measured | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(
      stage,
      (frame) => this.measured && drawSearch(this.measured, frame),
    );
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const vectors = await loadWordVectors();
    const work = stage.compute.scope(signal);
    try {
      const collection = await this.collection(values, { work, vectors, signal });
      const { search, scores, dotProducts, agreement } = await this.search(work, collection, {
        vectors,
        signal,
      });
      const count = collection.count;
      const ranks: number[] = [];
      let first: Float64Array | undefined;
      for (const [q, question] of collection.questions.entries()) {
        const sums = maxSims(question, collection, vectors);
        first ??= sums;
        ranks.push(...ranksOfBest(sums, scores.subarray(q * count, (q + 1) * count)));
        await this.pause(SEARCHED + ((1 - SEARCHED) * (q + 1)) / search.rows, signal);
      }
      const read = await this.readShortlist(work, collection, { vectors, scores, values });
      const pairsAgree = compareWithTwin(
        read.sums,
        read.documents.map((i) => first![i]),
        // A MaxSim adds the cosines of so many words.
        { absolute: ASKED * matmul.bound.absolute, relative: matmul.bound.relative },
        'MaxSims',
      );
      signal.throwIfAborted();
      this.measured = {
        ...{ count, questions: search.rows, ranks, dotProducts },
        ...{ pairs: read.sums.length, reading: read.elapsed },
        shortlist: Math.min(values.shortlist, count),
      };
      await this.picture.paint();
      return {
        count: count * search.rows,
        unit: 'dot products',
        elapsed: dotProducts,
        agreement: worse(agreement, pairsAgree),
        finding: saySearch(this.measured),
        details:
          'Late interaction stands in for a cross-encoder: it reads word by word, but each word without its neighbours (Khattab and Zaharia, “ColBERT”, 2020). Timing all pairs is extrapolated from the pairs that were read.',
      };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.measured
      ? `Recall of the ten best against the length of the shortlist, and bars of how many dot products each search takes. ${saySearch(this.measured)}`
      : 'The documents are being searched.';
  }

  dispose(): void {
    this.picture.dispose();
  }

  /** Documents around topics, each topic the words nearest to one. */
  private async collection(
    { vectors: count, questions }: ScaleGivens,
    { work, vectors, signal }: { work: Compute; vectors: WordVectors; signal: AbortSignal },
  ): Promise<Collection> {
    const key = `${count} ${questions}`;
    if (this.drawn?.key === key) return this.drawn.collection;
    const names = drawTopics();
    const found = nearest(work, {
      queries: work.upload(vectors.rowsAt(names)),
      vectors: work.upload(vectors.entries),
      ...{ rows: names.length, count: vectors.size, width: vectors.dimensions, k: TOPIC_WORDS },
    });
    const positions = [...(await work.read(found.positions))];
    const topics = names.map((_, t) => positions.slice(t * TOPIC_WORDS, (t + 1) * TOPIC_WORDS));
    const collection = await drawCollection({ count, questions }, topics, vectors, (share) =>
      this.pause(share * DRAWN, signal),
    );
    this.drawn = { key, collection };
    return collection;
  }

  /** The dot products of all questions with all documents, timed, and checked. */
  private async search(
    work: Compute,
    { questions, vectors: documents, count }: Collection,
    { vectors, signal }: { vectors: WordVectors; signal: AbortSignal },
  ) {
    const search: Search = {
      queries: work.upload(
        Float32Array.from(questions.flatMap((words) => [...vectors.mixed(words)])),
      ),
      vectors: work.upload(documents),
      ...{ rows: questions.length, count, width: vectors.dimensions, k: CHOSEN },
    };
    await work.finished();
    const started = this.stage.clock.now();
    const found = nearest(work, search);
    await work.finished({ signal });
    const dotProducts = this.stage.clock.now() - started;
    const scores = (await work.read(found.scores)) as Float32Array;
    const agreement = await checkNearest(work, search, found);
    await this.pause(SEARCHED, signal);
    return { search, scores, dotProducts, agreement };
  }

  /** The first question with the documents nearest to it, word by word, timed once warm. */
  private async readShortlist(
    work: Compute,
    { questions, words, count }: Collection,
    {
      vectors,
      scores,
      values,
    }: { vectors: WordVectors; scores: Float32Array; values: ScaleGivens },
  ) {
    const documents = positionsOfLargest(scores.subarray(0, count), values.pairs);
    const texts = documents.map((i) => words.subarray(LENGTH * i, LENGTH * (i + 1)));
    await readPairs(work, questions[0], texts, vectors);
    const started = this.stage.clock.now();
    const sums = await readPairs(work, questions[0], texts, vectors);
    return { documents, sums, elapsed: this.stage.clock.now() - started };
  }

  /** Lets the page answer, and says how far it has come. */
  private async pause(share: number, signal: AbortSignal): Promise<void> {
    this.stage.progress(share);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}
