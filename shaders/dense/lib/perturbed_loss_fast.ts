import type { CpuCall } from '../../../src/compute/kernel';

/** Sums before tanh and activations, layer by layer: [layer][sample · width + unit]. */
interface Pass {
  readonly sums: readonly Float64Array[];
  readonly states: readonly Float64Array[];
}

/**
 * Only what a changed parameter reaches is computed again: one unit of its layer, what that unit adds
 * to the next, and whole layers from there on.
 */
export function fastLosses(call: CpuCall): void {
  const { perturbations, layers, width, samples } = call.dimensions;
  const { which, by, parameters, targets, losses } = call.buffers;
  const { sums, states } = forward(call);
  sums.forEach((layer, i) => call.buffers.sums.set(layer, i * layer.length));
  const size = (width + 1) * width;
  const last = layers - 1;
  const [state, next] = [new Float64Array(width), new Float64Array(width)];
  for (let k = 0; k < perturbations; k += 1) {
    const layer = Math.floor(which[k] / size);
    const [source, unit] = [Math.floor((which[k] % size) / width), which[k] % width];
    let loss = 0;
    for (let sample = 0; sample < samples; sample += 1) {
      const row = sample * width;
      const input = source === width ? 1 : states[layer][row + source];
      const moved = sums[layer][row + unit] + by[k] * input;
      next.set(sums[last].subarray(row, row + width));
      if (layer === last) {
        next[unit] = moved;
      } else {
        const change = Math.tanh(moved) - states[layer + 1][row + unit];
        const first = (layer + 1) * size + unit * width;
        for (let j = 0; j < width; j += 1) {
          next[j] = sums[layer + 1][row + j] + change * parameters[first + j];
        }
        for (let l = layer + 2; l < layers; l += 1) {
          for (let j = 0; j < width; j += 1) state[j] = Math.tanh(next[j]);
          feed(call, l, state, next);
        }
      }
      for (let j = 0; j < width; j += 1) loss += (next[j] - targets[row + j]) ** 2;
    }
    losses[k] = loss / 2 / samples;
  }
}

/** The network as it is. */
function forward(call: CpuCall): Pass {
  const { layers, width, samples } = call.dimensions;
  const states = [Float64Array.from(call.buffers.inputs)];
  const sums: Float64Array[] = [];
  for (let layer = 0; layer < layers; layer += 1) {
    const found = new Float64Array(samples * width);
    for (let row = 0; row < samples * width; row += width) {
      feed(call, layer, states[layer].subarray(row, row + width), found.subarray(row, row + width));
    }
    sums.push(found);
    states.push(found.map(Math.tanh));
  }
  return { sums, states };
}

/** The sums of one layer for one sample. */
function feed(
  { dimensions: { width }, buffers: { parameters } }: CpuCall,
  layer: number,
  state: Float64Array,
  sums: Float64Array,
): void {
  const first = layer * (width + 1) * width;
  for (let unit = 0; unit < width; unit += 1) sums[unit] = parameters[first + width * width + unit];
  for (let source = 0; source < width; source += 1) {
    const [from, x] = [first + source * width, state[source]];
    for (let unit = 0; unit < width; unit += 1) sums[unit] += x * parameters[from + unit];
  }
}
