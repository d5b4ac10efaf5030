import { describe, expect, test } from 'vitest';
import { KernelError } from '../../../src/compute/kernel';
import { fillParams, partOffsetsOf, reflect } from '../../../src/compute/reflect';

const source = `
  // @group(0) @binding(9) var<storage> gone: array<f32>;
  struct Other { a: vec2f }
  struct Params {
    count: u32,
    shift : i32, /* a comment, with a comma */
    factor: f32,
  }
  @group(0) @binding(0) var<uniform> params: Params;
  @binding(2) @group(0) var<storage, read_write> y: array<f32>;
  @group(0) @binding(1)
  var<storage, read> x: array<vec2<f32>>;
  var<workgroup> tile: array<f32, 64>;
  @compute @workgroup_size(8, 4)
  fn main(@builtin(global_invocation_id) id: vec3u) { let a = params.count; }`;

describe('reflection', () => {
  test('finds buffers, params and the size of a workgroup', () => {
    expect(reflect(source)).toEqual({
      storages: { y: 2, x: 1 },
      params: {
        binding: 0,
        members: [
          { name: 'count', type: 'u32' },
          { name: 'shift', type: 'i32' },
          { name: 'factor', type: 'f32' },
        ],
      },
      groupSize: 32,
    });
  });

  test.each([
    ['another group', source.replace('@binding(2) @group(0)', '@binding(2) @group(1)')],
    ['another uniform', source.replace('> params:', '> settings:')],
    ['a vector in params', source.replace('factor: f32', 'factor: vec4f')],
  ])('refuses %s', (_, other) => {
    expect(() => reflect(other)).toThrow(KernelError);
  });

  test('fills params member by member, four bytes each', () => {
    const { params } = reflect(source);
    const call = { dimensions: { count: 7 }, knobs: { factor: 0.5, shift: -2 }, buffers: {} };
    const bytes = fillParams(params!.members, call);
    expect(new Uint32Array(bytes, 0, 1)[0]).toBe(7);
    expect(new Int32Array(bytes, 4, 1)[0]).toBe(-2);
    expect(new Float32Array(bytes, 8, 1)[0]).toBe(0.5);
  });

  test('finds what says which part of a call a dispatch is, zero until it is said', () => {
    const { params } = reflect(
      source.replace('factor: f32,', 'first_workgroup: u32, factor: f32,'),
    );
    expect(partOffsetsOf(params!.members)).toEqual({ first_workgroup: 8 });
    const bytes = fillParams(params!.members, { dimensions: { count: 7 }, buffers: {} });
    expect(new Uint32Array(bytes, 8, 1)[0]).toBe(0);
    expect(partOffsetsOf(reflect(source).params!.members)).toEqual({});
  });
});
