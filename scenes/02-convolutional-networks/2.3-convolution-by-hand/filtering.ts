import filter2d from '../../../shaders/convolution/filter2d';
import { compareWithTwin, type Agreement, type Compute, type Tensor } from '../../../src/author';
import type { Prepared } from './filters';
import { CHANNELS, planesOf } from './planes';

/** A picture where the computing happens, and room for the same picture filtered. */
export interface Loaded {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly image: Tensor;
  readonly filtered: Tensor;
}

/** Multiply-adds of one piece: tens of milliseconds on a processor. */
const PIECE = 3e7;
const MOST_PIECES = 64;
/** Pixels converted and handed over at once: the page answers in between. */
const BAND = 2 ** 18;
/** Pixels of each of the two samples that are compared with the twin, rows being whole. */
const SAMPLE = 4096;

/** Hands a canvas to the device, a band of rows at a time. */
export async function load(
  compute: Compute,
  context: CanvasRenderingContext2D,
  progress: (fraction: number) => void,
  pause: () => Promise<void>,
): Promise<Loaded> {
  const { width, height } = context.canvas;
  const count = width * height;
  const image = compute.zeros(CHANNELS * count);
  const filtered = compute.zeros(CHANNELS * count);
  const rows = Math.max(1, Math.floor(BAND / width));
  for (let top = 0; top < height; top += rows) {
    const planes = planesOf(context, top, Math.min(rows, height - top));
    planes.forEach((plane, channel) => compute.write(image, plane, channel * count + top * width));
    progress(top / height);
    await pause();
  }
  // What follows is timed: the pictures have arrived by then, and the kernel is compiled.
  const one = compute.upload(new Float32Array(1));
  compute.run(filter2d, {
    dimensions: { channels: 1, height: 1, width: 1, size: 1 },
    knobs: { piece: 0, pieces: 1 },
    buffers: { image: one, weights: compute.zeros(1), filtered: compute.zeros(1) },
  });
  await compute.finished();
  return { context, width, height, image, filtered };
}

/** Filters a loaded picture piece by piece. */
export async function filter(
  compute: Compute,
  { width, height, image, filtered }: Loaded,
  { size, weights }: Prepared,
  progress: (fraction: number) => void,
): Promise<void> {
  const work = CHANNELS * width * height * size * size;
  const pieces = Math.min(MOST_PIECES, Math.max(1, Math.ceil(work / PIECE)));
  const taps = compute.upload(weights);
  for (let piece = 0; piece < pieces; piece += 1) {
    compute.run(filter2d, {
      dimensions: { channels: CHANNELS, height, width, size },
      knobs: { piece, pieces },
      buffers: { image, weights: taps, filtered },
    });
  }
  await compute.finished({ progress });
  taps.release();
}

/** Rows at the upper edge and in the middle, against the twin on the same pixels. */
export async function agreement(
  compute: Compute,
  loaded: Loaded,
  prepared: Prepared,
): Promise<Agreement> {
  const { width, height } = loaded;
  const rows = Math.min(height, Math.max(1, Math.floor(SAMPLE / width)));
  const running: number[] = [];
  const twin: number[] = [];
  for (const top of new Set([0, Math.floor((height - rows) / 2)])) {
    const band = { top, rows };
    running.push(...(await filteredRows(compute, loaded, band)));
    twin.push(...(await twinRows(compute, loaded, prepared, band)));
  }
  const what = 'numbers in rows at the upper edge and in the middle';
  return compareWithTwin(running, twin, filter2d.bound, what);
}

interface Band {
  readonly top: number;
  readonly rows: number;
}

async function filteredRows(
  compute: Compute,
  { width, height, filtered }: Loaded,
  { top, rows }: Band,
): Promise<number[]> {
  const planes = Array.from(
    { length: CHANNELS },
    (_, channel) => [filtered, (channel * height + top) * width, rows * width] as const,
  );
  return (await compute.readAll(planes)).flatMap((plane) => [...plane]);
}

/** The twin works on the band with as many rows around it as the window reaches. */
async function twinRows(
  compute: Compute,
  { context, width, height }: Loaded,
  { size, weights }: Prepared,
  { top, rows }: Band,
): Promise<number[]> {
  const first = Math.max(0, top - size);
  const end = Math.min(height, top + rows + size);
  const reach = end - first;
  const image = Float32Array.from(planesOf(context, first, reach).flatMap((plane) => [...plane]));
  const { filtered } = await compute.twin(filter2d, {
    dimensions: { channels: CHANNELS, height: reach, width, size },
    knobs: { piece: 0, pieces: 1 },
    buffers: { image, weights, filtered: new Float32Array(image.length) },
  });
  return Array.from({ length: CHANNELS }, (_, channel) => {
    const from = (channel * reach + top - first) * width;
    return [...filtered.subarray(from, from + rows * width)];
  }).flat();
}
