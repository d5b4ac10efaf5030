/** Bytes of WebAssembly: instructions, or a part of a module. */
export type Code = readonly number[];

/** An unsigned number as LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

/** A number from 0 as signed LEB128: bit 6 of the last byte is its sign. */
function signed(value: number): number[] {
  const bytes = unsigned(value);
  const last = bytes[bytes.length - 1];
  return last < 64 ? bytes : [...bytes.slice(0, -1), last + 128, 0];
}

const simd = (opcode: number, ...immediates: number[]): Code => [
  0xfd,
  ...unsigned(opcode),
  ...immediates,
];

/** Addresses of vectors are multiples of 16, of their lanes of 4. */
const vectorAt = (offset: number): number[] => [4, ...unsigned(offset)];
const laneAt = (offset: number): number[] => [2, ...unsigned(offset)];

/** The instructions of the WebAssembly specification, by their names there. */
export const op = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  call: (index: number): Code => [0x10, ...unsigned(index)],
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  if: [0x04, 0x40],
  else: [0x05],
  end: [0x0b],
  br: (depth: number): Code => [0x0c, depth],
  brIf: (depth: number): Code => [0x0d, depth],
  i32Const: (value: number): Code => [0x41, ...signed(value)],
  i32Eqz: [0x45],
  i32LtU: [0x49],
  i32Add: [0x6a],
  i32Sub: [0x6b],
  i32And: [0x71],
  i32Shl: [0x74],
  f32Const: (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)],
  f32Demote: [0xb6],
  f64Promote: [0xbb],
  load: (offset: number): Code => simd(0x00, ...vectorAt(offset)),
  store: (offset: number): Code => simd(0x0b, ...vectorAt(offset)),
  storeLane: (offset: number, lane: number): Code => simd(0x5a, ...laneAt(offset), lane),
  splat: simd(0x13),
  extractLane: (lane: number): Code => simd(0x1f, lane),
  replaceLane: (lane: number): Code => simd(0x20, lane),
  equal: simd(0x41),
  atMost: simd(0x45),
  and: simd(0x4e),
  andNot: simd(0x4f),
  bitselect: simd(0x52),
  allTrue: simd(0xa3),
  abs: simd(0xe0),
  negate: simd(0xe1),
  sqrt: simd(0xe3),
  add: simd(0xe4),
  subtract: simd(0xe5),
  multiply: simd(0xe6),
  divide: simd(0xe7),
  /** The larger, or the first where one is NaN. */
  pseudoMaximum: simd(0xeb),
} as const;

/** The types of values. */
export const type = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

const text = (name: string): number[] => [
  ...unsigned(name.length),
  ...Array.from(name, (letter) => letter.charCodeAt(0)),
];

const list = (items: readonly Code[]): number[] => [...unsigned(items.length), ...items.flat()];
const section = (id: number, items: readonly Code[]): number[] => {
  const content = list(items);
  return [id, ...unsigned(content.length), ...content];
};
const signature = (takes: Code, gives: Code): Code => [
  0x60,
  ...unsigned(takes.length),
  ...takes,
  ...unsigned(gives.length),
  ...gives,
];

/**
 * A module of one function, `run`, with `vectors` and then two i32 locals behind its parameters, and
 * of one page of memory. It imports functions of `Math` with as many arguments as each has.
 */
export function moduleOf(
  imports: readonly { readonly name: string; readonly takes: number }[],
  parameters: Code,
  vectors: number,
  instructions: Code,
): Uint8Array<ArrayBuffer> {
  const locals = list([
    [...unsigned(vectors), type.v128],
    [2, type.i32],
  ]);
  const body = [...locals, ...instructions, ...op.end];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [
      signature(parameters, []),
      signature([type.f64], [type.f64]),
      signature([type.f64, type.f64], [type.f64]),
    ]),
    ...section(
      2,
      imports.map(({ name, takes }) => [...text('Math'), ...text(name), 0, takes]),
    ),
    ...section(3, [[0]]),
    ...section(5, [[0, 1]]),
    ...section(7, [
      [...text('run'), 0, ...unsigned(imports.length)],
      [...text('memory'), 2, 0],
    ]),
    ...section(10, [[...unsigned(body.length), ...body]]),
  ]);
}
