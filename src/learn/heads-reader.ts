import type { Compute } from '../compute/compute';
import { readable, readHeads, type HeadsRead } from './read-heads';
import { loadWeights } from './weights';

/** Where it is read, and who hears how far that has come. */
interface Surroundings {
  readonly compute: Compute;
  readonly clock: { now(): number };
  progress(share: number): void;
}

/** Has the shipped transformer read texts: each once, whichever of its heads is looked at. */
export class HeadsReader {
  private latest: HeadsRead | undefined;

  constructor(private readonly surroundings: Surroundings) {}

  async read(written: string, signal: AbortSignal): Promise<HeadsRead> {
    const text = readable(written);
    if (this.latest?.text === text) return this.latest;
    const { surroundings } = this;
    const numbers = await loadWeights('transformer', true);
    signal.throwIfAborted();
    const work = surroundings.compute.scope(signal);
    try {
      const read = await readHeads(work, numbers, text, {
        progress: (share) => surroundings.progress(share),
        now: () => surroundings.clock.now(),
        signal,
      });
      signal.throwIfAborted();
      return (this.latest = read);
    } finally {
      work.release();
    }
  }
}
