import { checkNearest, nearest } from '../../../shaders/reduction/lib/nearest';
import {
  ChartAtScale,
  loadWordVectors,
  type Compute,
  type Computed,
  type ScaleDrawing,
  type ScaleFrame,
  type Watched,
} from '../../../src/author';
import type { FoundWord } from './analogies';
import type { ScaleGivens } from './settings';
import { askedOf, wordsOf, type Words } from './words';
import { drawWords } from './words-frame';
import { sayWords } from './words-finding';

/** An analogy finds its own three words too, and they are left out. */
const TERMS = 3;

/** A typed word's nearest among all, and analogies by vector arithmetic. */
export class WordsAtScale extends ChartAtScale<ScaleGivens, Words> {
  protected readonly waiting = 'The words are being compared.';

  protected async compute(
    work: Compute,
    values: ScaleGivens,
    watched: Watched,
  ): Promise<Computed<Words>> {
    const vectors = await loadWordVectors();
    watched.signal.throwIfAborted();
    const asked = askedOf(values, vectors);
    const k = values.neighbours + TERMS;
    const search = {
      queries: work.upload(
        Float32Array.from(asked.flatMap(({ direction }) => Array.from(direction))),
      ),
      vectors: work.upload(vectors.entries),
      ...{ rows: asked.length, count: vectors.size, width: vectors.dimensions, k },
    };
    const [found, elapsed] = await this.timed(async () => {
      const queued = nearest(work, search);
      await work.finished(watched);
      return queued;
    });
    const [largest, positions, cosines] = await work.readAll([
      found.largest,
      found.positions,
      [found.scores, 0, vectors.size],
    ]);
    const agreement = await checkNearest(work, search, found);
    const foundAll = asked.map((_, row): FoundWord[] =>
      Array.from({ length: k }, (__, i) => ({
        word: vectors.words[positions[row * k + i]],
        cosine: largest[row * k + i],
      })),
    );
    const words = wordsOf(values, asked, foundAll, {
      cosines: cosines as Float32Array,
      size: vectors.size,
    });
    return {
      found: words,
      report: {
        count: asked.length * vectors.size,
        unit: 'cosines',
        elapsed,
        agreement,
        finding: sayWords(words),
        details: `The vectors have ${vectors.dimensions} entries each. We made them from WordNet’s names, definitions and examples, by positive pointwise mutual information and a truncated singular value decomposition (Levy, Goldberg and Dagan, 2015).`,
      },
    };
  }

  protected chart(words: Words, frame: ScaleFrame): ScaleDrawing {
    return drawWords(words, frame);
  }

  protected words(words: Words): string {
    return `Bars of the nearest words, how many words lie at which cosine, and how many analogies of each kind are solved. ${sayWords(words)}`;
  }
}
