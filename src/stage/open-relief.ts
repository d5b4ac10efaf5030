import type { Compute } from '../compute/compute';
import type { ReliefPicture } from './three';

/**
 * Opens a relief in three dimensions: on the GPU's own buffers where there is one, else by WebGL 2.
 * three is loaded here and not before.
 */
export async function openRelief(compute: Compute): Promise<ReliefPicture> {
  const { ReliefPicture: Picture } = await import('./three');
  // Smoothed edges cost four times the pixels: a graphics card has them to spare.
  return Picture.open(compute.gpu, compute.adapter === 'hardware');
}

/** A relief that is open; its type, without the library. */
export type OpenedRelief = Awaited<ReturnType<typeof openRelief>>;
