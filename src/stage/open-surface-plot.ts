import type { Compute } from '../compute/compute';
import type { SurfacePlotPicture } from './three';

/**
 * Opens a surface plot in three dimensions: on the GPU's own buffers where there is one, else by WebGL 2.
 * three is loaded here and not before.
 */
export async function openSurfacePlot(compute: Compute): Promise<SurfacePlotPicture> {
  const { SurfacePlotPicture: Picture } = await import('./three');
  // Smoothed edges cost four times the pixels: a graphics card has them to spare.
  return Picture.open(compute.gpu, compute.adapter === 'hardware');
}

/** A surface plot that is open; its type, without the library. */
export type OpenedSurfacePlot = Awaited<ReturnType<typeof openSurfacePlot>>;
