/** Somebody who waits for work: hears how far it has come, and may end it. */
export interface Watch {
  /** Told now and then which share is done, from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** When it aborts, what is queued is dropped, and whoever waits gets its `AbortError`. */
  readonly signal?: AbortSignal;
}

/** Waits for work, which `drop` gives up when the signal aborts. */
export async function whileWanted(
  signal: AbortSignal | undefined,
  drop: () => void,
  work: () => Promise<void>,
): Promise<void> {
  if (signal?.aborted) drop();
  signal?.throwIfAborted();
  signal?.addEventListener('abort', drop, { once: true });
  try {
    await work();
  } finally {
    signal?.removeEventListener('abort', drop);
    signal?.throwIfAborted();
  }
}
