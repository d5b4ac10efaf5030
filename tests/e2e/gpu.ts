import type { Page } from '@playwright/test';

/** Two of the ways a browser can be without WebGPU. */
export type GpuSeen = 'absent' | 'no adapter';

/** Takes WebGPU away from every document the page opens from now on. Workers keep theirs. */
export async function hideGpu(page: Page, seen: GpuSeen): Promise<void> {
  await page.addInitScript((kind: GpuSeen) => {
    if (kind === 'absent') {
      Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined });
    } else if ('gpu' in navigator) {
      GPU.prototype.requestAdapter = () => Promise.resolve(null);
    }
  }, seen);
}
