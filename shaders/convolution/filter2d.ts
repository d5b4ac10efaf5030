import {
  kernel,
  spread,
  type CpuCall,
  type Dimensions,
  type Knobs,
  type WasmForm,
} from '../../src/compute/kernel';
import modules from './filter2d.wasm.ts?simd';
import wgsl from './filter2d.wgsl?raw';

/** Outputs of one invocation, one beside the other; `RUN` in filter2d.wgsl. */
const RUN = 8;

/** Pieces an image is cut into at most, so that a large one can be filtered a little at a time. */
const MOST_PIECES = 64;

/** The rows of a piece: from `first` on, up to but not including `end`. */
function rowsOf({ height }: Dimensions, { piece, pieces }: Knobs): { first: number; end: number } {
  return {
    first: Math.floor((height * piece) / pieces),
    end: Math.floor((height * (piece + 1)) / pieces),
  };
}

/** How far a window reaches to the left and up of the pixel it is centred on. */
const reach = (size: number): number => Math.floor((size - 1) / 2);

/** Rows that go through WebAssembly at a time: they stay in the second cache. */
const STRIP = 32;

const wasm: WasmForm = {
  modules,
  run(heap, { dimensions, knobs, buffers: { image, weights, filtered } }) {
    const { channels, height, width, size } = dimensions;
    const { first, end } = rowsOf(dimensions, knobs);
    const before = reach(size);
    const work = heap.floats(heap.functions.workspace(STRIP, width, size) / 4);
    const kernelAt = heap.input(weights);
    for (let channel = 0; channel < channels; channel += 1) {
      const plane = channel * height * width;
      for (let y = first; y < end; y += STRIP) {
        const rows = Math.min(STRIP, end - y);
        const top = Math.max(0, y - before);
        const given = Math.min(height, y - before + rows + size - 1) - top;
        const missing = top - (y - before);
        heap.piece(() => {
          const from = heap.input(image, plane + top * width, given * width);
          const to = heap.output(filtered, plane + y * width, rows * width);
          heap.functions.filter(from, kernelAt, to, rows, width, size, missing, given, work);
        });
      }
    }
  },
};

/**
 * A row of outputs at a time: each row under the window is copied between zeros, so that no tap
 * asks where the image ends, and four taps go over the whole row at once.
 */
function byRows({ dimensions, knobs, buffers }: CpuCall): void {
  const { channels, height, width, size } = dimensions;
  const { image, weights, filtered } = buffers;
  const { first, end } = rowsOf(dimensions, knobs);
  const before = reach(size);
  const columns = Math.ceil(size / 4) * 4;
  const taps = new Float64Array(size * columns);
  for (let row = 0; row < size; row += 1) {
    taps.set(weights.subarray(row * size, (row + 1) * size), row * columns);
  }
  const padded = new Float32Array(width + columns);
  const sums = new Float64Array(width);
  for (let channel = 0; channel < channels; channel += 1) {
    const plane = channel * height * width;
    for (let y = first; y < end; y += 1) {
      sums.fill(0);
      for (let row = 0; row < size; row += 1) {
        const v = y + row - before;
        if (v < 0 || v >= height) continue;
        padded.set(image.subarray(plane + v * width, plane + (v + 1) * width), before);
        for (let column = 0; column < columns; column += 4) {
          addFourTaps(sums, padded, column, taps, row * columns + column);
        }
      }
      filtered.set(sums, plane + y * width);
    }
  }
}

function addFourTaps(
  sums: Float64Array,
  pixels: Float32Array,
  from: number,
  taps: Float64Array,
  tap: number,
): void {
  const [a, b, c, d] = [taps[tap], taps[tap + 1], taps[tap + 2], taps[tap + 3]];
  for (let x = 0, i = from; x < sums.length; x += 1, i += 1) {
    sums[x] += a * pixels[i] + b * pixels[i + 1] + c * pixels[i + 2] + d * pixels[i + 3];
  }
}

/**
 * Depthwise two-dimensional cross-correlation of an image with one kernel of weights, padded with
 * zeros so that the output is as large as the image. A window of even size reaches one further to
 * the right and down than to the left and up, as padding “same” does in PyTorch. One call does one
 * of `pieces` bands of rows, counted from 0, and leaves the others as they are.
 */
export default kernel({
  name: 'filter2d',
  dimensions: ['channels', 'height', 'width', 'size'],
  knobs: {
    piece: { type: 'u32', min: 0, max: MOST_PIECES - 1 },
    pieces: { type: 'u32', min: 1, max: MOST_PIECES },
  },
  reads: {
    image: { shape: ['channels', 'height', 'width'] },
    weights: { shape: ['size', 'size'] },
  },
  updates: { filtered: { shape: ['channels', 'height', 'width'] } },
  division: () => ({ along: 'channels', buffers: ['image', 'filtered'] }),
  variants: {
    runs: {
      wgsl,
      workgroups(dimensions, knobs) {
        const { first, end } = rowsOf(dimensions, knobs);
        const runs = Math.ceil(dimensions.width / RUN);
        return spread(dimensions.channels * (end - first) * runs, 64);
      },
    },
  },
  check({ height, size }, { piece, pieces }) {
    if (size > 11) return `size is ${size}; a kernel of weights is at most 11 × 11`;
    if (height > 65_535) return `height is ${height}; at most 65,535 rows`;
    return piece >= pieces ? `piece is ${piece}; there are only ${pieces} pieces` : undefined;
  },
  cpu({ dimensions, knobs, buffers: { image, weights, filtered } }) {
    const { channels, height, width, size } = dimensions;
    const { first, end } = rowsOf(dimensions, knobs);
    const before = reach(size);
    for (let channel = 0; channel < channels; channel += 1) {
      const plane = channel * height * width;
      for (let y = first; y < end; y += 1) {
        for (let x = 0; x < width; x += 1) {
          let sum = 0;
          for (let row = 0; row < size; row += 1) {
            for (let column = 0; column < size; column += 1) {
              const v = y + row - before;
              const u = x + column - before;
              if (v < 0 || v >= height || u < 0 || u >= width) continue;
              sum += weights[row * size + column] * image[plane + v * width + u];
            }
          }
          filtered[plane + y * width + x] = sum;
        }
      }
    }
  },
  fast: byRows,
  wasm,
  bound: {
    absolute: 5e-5,
    relative: 1e-6,
    why: 'at most 121 products of numbers near 1, each sum rounded to 2⁻²⁴ of a total below 60',
  },
  suite: { largest: { size: 11, channels: 7 } },
  edges: [
    {
      title: 'a single 1 in the middle leaves the image as it is',
      dimensions: { channels: 1, height: 2, width: 3, size: 3 },
      knobs: { piece: 0, pieces: 1 },
      buffers: { image: [1, 2, 3, 4, 5, 6], weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] },
      expected: { filtered: [1, 2, 3, 4, 5, 6] },
    },
    {
      title: 'the kernel is not flipped',
      dimensions: { channels: 1, height: 1, width: 3, size: 3 },
      knobs: { piece: 0, pieces: 1 },
      buffers: { image: [1, 2, 3], weights: [0, 0, 0, 0, 0, 1, 0, 0, 0] },
      expected: { filtered: [2, 3, 0] },
    },
    {
      title: 'an even kernel reaches to the right and down',
      dimensions: { channels: 1, height: 2, width: 2, size: 2 },
      knobs: { piece: 0, pieces: 1 },
      buffers: { image: [1, 2, 3, 4], weights: [1, 1, 1, 1] },
      expected: { filtered: [10, 6, 7, 4] },
    },
    {
      title: 'an image of one pixel meets a kernel larger than itself',
      dimensions: { channels: 3, height: 1, width: 1, size: 11 },
      knobs: { piece: 0, pieces: 1 },
    },
    {
      title: 'a photograph wider and taller than what is filtered at a time',
      dimensions: { channels: 3, height: 70, width: 45, size: 10 },
      knobs: { piece: 0, pieces: 1 },
    },
    {
      title: 'a piece leaves the rows of the others as they are',
      dimensions: { channels: 1, height: 3, width: 1, size: 1 },
      knobs: { piece: 1, pieces: 3 },
      buffers: { image: [1, 2, 3], weights: [10], filtered: [7, 7, 7] },
      expected: { filtered: [7, 20, 7] },
    },
    {
      title: 'more pieces than rows: some of them are empty',
      dimensions: { channels: 1, height: 2, width: 2, size: 1 },
      knobs: { piece: 0, pieces: 5 },
      buffers: { image: [1, 2, 3, 4], weights: [1], filtered: [7, 7, 7, 7] },
      expected: { filtered: [7, 7, 7, 7] },
    },
  ],
});
