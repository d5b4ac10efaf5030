import { kernel } from '../../../src/compute/kernel';

/** y ← factor·x + offsets, and counts how often it ran: a kernel for tests of the machinery. */
export const scale = kernel({
  name: 'scale',
  dimensions: ['count'],
  knobs: {
    factor: { type: 'f32', min: -4, max: 4 },
    shift: { type: 'i32', min: -10, max: 10 },
  },
  reads: { x: { shape: ['count'] } },
  updates: { runs: { shape: [1], type: 'u32', fill: () => 0 } },
  writes: { y: { shape: ['count'] } },
  variants: {
    plain: {
      wgsl: `
        struct Params { count: u32, shift: i32, factor: f32 }
        @group(0) @binding(0) var<uniform> params: Params;
        @group(0) @binding(1) var<storage, read> x: array<f32>;
        @group(0) @binding(2) var<storage, read_write> y: array<f32>;
        @group(0) @binding(3) var<storage, read_write> runs: array<u32>;
        @compute @workgroup_size(64)
        fn main(@builtin(global_invocation_id) id: vec3u) {
          if (id.x == 0u) { runs[0] += 1u; }
          if (id.x < params.count) {
            y[id.x] = params.factor * x[id.x] + f32(params.shift);
          }
        }`,
      workgroups: ({ count }) => [Math.ceil(count / 64), 1, 1],
    },
  },
  cpu({ dimensions: { count }, knobs: { factor, shift }, buffers: { x, y, runs } }) {
    runs[0] += 1;
    for (let i = 0; i < count; i += 1) y[i] = factor * x[i] + shift;
  },
  bound: { absolute: 1e-6, relative: 1e-6, why: 'one product and one sum' },
});

/** The value and the slopes of a reader's formula at points (x, y). */
export const probe = kernel({
  name: 'probe',
  dimensions: ['count'],
  slots: { surface: ['x', 'y'] },
  reads: { xs: { shape: ['count'] }, ys: { shape: ['count'] } },
  writes: { value: { shape: ['count'] }, dx: { shape: ['count'] }, dy: { shape: ['count'] } },
  variants: {
    plain: {
      wgsl: `
        struct Params { count: u32 }
        @group(0) @binding(0) var<uniform> params: Params;
        @group(0) @binding(1) var<storage, read> xs: array<f32>;
        @group(0) @binding(2) var<storage, read> ys: array<f32>;
        @group(0) @binding(3) var<storage, read_write> value: array<f32>;
        @group(0) @binding(4) var<storage, read_write> dx: array<f32>;
        @group(0) @binding(5) var<storage, read_write> dy: array<f32>;
        @compute @workgroup_size(64)
        fn main(@builtin(global_invocation_id) id: vec3u) {
          let i = id.x;
          if (i < params.count) {
            value[i] = surface(xs[i], ys[i]);
            dx[i] = surface_dx(xs[i], ys[i]);
            dy[i] = surface_dy(xs[i], ys[i]);
          }
        }`,
      workgroups: ({ count }) => [Math.ceil(count / 64), 1, 1],
    },
  },
  cpu({ dimensions: { count }, buffers: { xs, ys, value, dx, dy }, slots }) {
    for (let i = 0; i < count; i += 1) {
      value[i] = slots.surface(xs[i], ys[i]);
      dx[i] = slots.surface_dx(xs[i], ys[i]);
      dy[i] = slots.surface_dy(xs[i], ys[i]);
    }
  },
  bound: { absolute: 2e-5, relative: 2e-5, why: 'elementary functions, a few roundings each' },
});

/**
 * line[0] is what comes in; line[step + 1][i] = 2·line[step][i − 1] + 1, around the end: every step
 * needs what other invocations wrote in the one before.
 */
export const relay = kernel({
  name: 'relay',
  dimensions: ['steps', 'cells'],
  reads: { start: { shape: ['cells'] } },
  writes: { line: { shape: ['steps', 'cells'] } },
  variants: {
    plain: {
      wgsl: `
        struct Params { steps: u32, cells: u32, pass_index: u32, first_workgroup: u32 }
        @group(0) @binding(0) var<uniform> params: Params;
        @group(0) @binding(1) var<storage, read> start: array<f32>;
        @group(0) @binding(2) var<storage, read_write> line: array<f32>;
        @compute @workgroup_size(4)
        fn main(
          @builtin(workgroup_id) workgroup: vec3u,
          @builtin(num_workgroups) workgroups: vec3u,
          @builtin(local_invocation_index) local: u32,
        ) {
          let group = params.first_workgroup + workgroup.y * workgroups.x + workgroup.x;
          let i = group * 4u + local;
          if (i >= params.cells) { return; }
          let source = (i + params.cells - 1u) % params.cells;
          var before = start[source];
          if (params.pass_index > 0u) {
            before = line[(params.pass_index - 1u) * params.cells + source];
          }
          line[params.pass_index * params.cells + i] = 2f * before + 1f;
        }`,
      workgroups: ({ cells }) => [Math.ceil(cells / 4), 1, 1],
      passes: ({ steps }) => steps,
    },
  },
  cpu({ dimensions: { steps, cells }, buffers: { start, line } }) {
    let before = start;
    for (let step = 0; step < steps; step += 1) {
      const row = line.subarray(step * cells, (step + 1) * cells);
      for (let i = 0; i < cells; i += 1) row[i] = 2 * before[(i + cells - 1) % cells] + 1;
      before = row;
    }
  },
  bound: { absolute: 0, relative: 0, why: 'whole numbers below 2²⁴' },
});
