/** Three planes of light, red, green and blue, each from 0 to 1. */
export const CHANNELS = 3;

/**
 * Rows of a canvas, or a part of them, as planes, one after the other. Values are those of sRGB as stored, which is
 * what filters of photographs are usually applied to, and not linear light.
 */
export function planesOf(
  context: CanvasRenderingContext2D,
  top: number,
  rows: number,
  left = 0,
  width = context.canvas.width,
): Float32Array[] {
  const { data } = context.getImageData(Math.floor(left), top, width, rows);
  return Array.from({ length: CHANNELS }, (_, channel) => {
    const plane = new Float32Array(width * rows);
    for (let i = 0, from = channel; i < plane.length; i += 1, from += 4)
      plane[i] = data[from] / 255;
    return plane;
  });
}

/** Draws an image over a whole canvas of this size. */
export function drawScaled(
  canvas: HTMLCanvasElement,
  image: CanvasImageSource,
  { width, height }: { width: number; height: number },
): CanvasRenderingContext2D {
  canvas.width = width;
  canvas.height = height;
  // Read back often: kept where reading is cheap.
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // What is transparent in a picture stands on white paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return context;
}
