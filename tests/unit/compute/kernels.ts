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
