import type { Compute } from '../compute/compute';
import { CanvasSurfacePlot } from './surface-canvas';
import type { OpenedSurfacePlot } from './surface-plot';

const hasWebGl2 = (): boolean => Boolean(document.createElement('canvas').getContext('webgl2'));

/**
 * Opens a surface plot in three dimensions: on the GPU's own buffers where there is one, else by
 * WebGL 2, and where there is neither, or three does not arrive, on a plain canvas. three is loaded
 * here and not before.
 */
export async function openSurfacePlot(compute: Compute): Promise<OpenedSurfacePlot> {
  const able = compute.gpu !== undefined || hasWebGl2();
  const three = able ? await import('./three').catch(() => undefined) : undefined;
  if (!three) return new CanvasSurfacePlot();
  // Smoothed edges cost four times the pixels: a graphics card has them to spare.
  return three.SurfacePlotPicture.open(compute.gpu, compute.adapter === 'hardware');
}
