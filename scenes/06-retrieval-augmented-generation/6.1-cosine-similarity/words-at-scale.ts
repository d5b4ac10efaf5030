import { checkNearest, nearest } from '../../../shaders/reduction/lib/nearest';
import {
  loadWordVectors,
  ScalePicture,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import type { FoundWord } from './analogies';
import type { ScaleGivens } from './settings';
import { askedOf, wordsOf, type Words } from './words';
import { drawWords } from './words-frame';
import { sayWords } from './words-finding';

/** An analogy finds its own three words too, and they are left out. */
const TERMS = 3;

/** A typed word's nearest among all, and analogies by vector arithmetic. */
export class WordsAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private words: Words | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) => this.words && drawWords(this.words, frame));
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const vectors = await loadWordVectors();
    signal.throwIfAborted();
    const asked = askedOf(values, vectors);
    const k = values.neighbours + TERMS;
    const work = stage.compute.scope(signal);
    try {
      const search = {
        queries: work.upload(
          Float32Array.from(asked.flatMap(({ direction }) => Array.from(direction))),
        ),
        vectors: work.upload(vectors.entries),
        ...{ rows: asked.length, count: vectors.size, width: vectors.dimensions, k },
      };
      const started = stage.clock.now();
      const found = nearest(work, search);
      await work.finished({ progress: (share) => stage.progress(share), signal });
      const elapsed = stage.clock.now() - started;
      const [largest, positions, cosines] = await Promise.all([
        work.read(found.largest),
        work.read(found.positions),
        work.read(found.scores, 0, vectors.size),
      ]);
      const agreement = await checkNearest(work, search, found);
      signal.throwIfAborted();
      const foundAll = asked.map((_, row): FoundWord[] =>
        Array.from({ length: k }, (_, i) => ({
          word: vectors.words[positions[row * k + i]],
          cosine: largest[row * k + i],
        })),
      );
      this.words = wordsOf(values, asked, foundAll, {
        cosines: cosines as Float32Array,
        size: vectors.size,
      });
      await this.picture.paint();
      return {
        count: asked.length * vectors.size,
        unit: 'cosines',
        elapsed,
        agreement,
        finding: sayWords(this.words),
        details: `The vectors have ${vectors.dimensions} entries each. We made them from WordNet’s names, definitions and examples, by positive pointwise mutual information and a truncated singular value decomposition (Levy, Goldberg and Dagan, 2015).`,
      };
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    return this.words
      ? `Bars of the nearest words, how many words lie at which cosine, and how many analogies of each kind are solved. ${sayWords(this.words)}`
      : 'The words are being compared.';
  }

  dispose(): void {
    this.picture.dispose();
  }
}
