import { findKernel } from './find-kernel';
import type { Numbers } from './numbers';
import { Store, type Answer, type Reply, type Request } from './store';

const store = new Store(findKernel);
let previous: Promise<void> = Promise.resolve();

/** The arrays of a reply are handed over, not copied. */
function transferable(reply: Reply): ArrayBuffer[] {
  return Object.values<Numbers>(reply ?? {})
    .map(({ buffer }) => buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
}

async function answer(id: number, request: Request): Promise<void> {
  try {
    const reply = await store.handle(request);
    self.postMessage({ id, reply } satisfies Answer, { transfer: transferable(reply) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    self.postMessage({ id, error: message } satisfies Answer);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; request: Request }>) => {
  previous = previous.then(() => answer(data.id, data.request));
});
