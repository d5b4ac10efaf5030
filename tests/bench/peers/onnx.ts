// Writes the few kinds of ONNX model that the bench needs, in protocol buffers' wire format.
// Source: onnx.proto of the ONNX project (IR version 8), and "Encoding" of the protobuf guide.

/** A part of a message: bytes that are already encoded. */
type Bytes = readonly number[] | Uint8Array;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

function join(parts: readonly Bytes[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const integer = (field: number, value: number): Bytes => [...varint(field * 8), ...varint(value)];

const bytes = (field: number, value: Bytes): Uint8Array =>
  join([[...varint(field * 8 + 2), ...varint(value.length)], value]);

const text = (field: number, value: string): Uint8Array =>
  bytes(field, new TextEncoder().encode(value));

const message = (field: number, ...parts: Bytes[]): Uint8Array => bytes(field, join(parts));

const FLOAT = 1;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

/** A constant of the model. */
export interface Constant {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

export interface Node {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Whole numbers, and lists of them. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface Graph {
  /** Shapes of what a run is fed, by name. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly constants?: Readonly<Record<string, Constant>>;
  readonly nodes: readonly Node[];
  readonly output: { readonly name: string; readonly shape: readonly number[] };
}

function attribute(name: string, value: number | readonly number[]): Uint8Array {
  return typeof value === 'number'
    ? message(5, text(1, name), integer(3, value), integer(20, ATTRIBUTE_INT))
    : message(5, text(1, name), ...value.map((v) => integer(8, v)), integer(20, ATTRIBUTE_INTS));
}

function node({ type, inputs, output, attributes = {} }: Node): Uint8Array {
  return message(
    1,
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, type),
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  );
}

function valueInfo(field: number, name: string, shape: readonly number[]): Uint8Array {
  const dimensions = shape.map((size) => message(1, integer(1, size)));
  return message(
    field,
    text(1, name),
    message(2, message(1, integer(1, FLOAT), message(2, ...dimensions))),
  );
}

function constant(name: string, { data, shape }: Constant): Uint8Array {
  return message(
    5,
    ...shape.map((size) => integer(1, size)),
    integer(2, FLOAT),
    text(8, name),
    bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  );
}

/** The bytes of a model with this graph, in the operator set 17. */
export function model({ inputs, constants = {}, nodes, output }: Graph): Uint8Array {
  return join([
    integer(1, 8),
    message(8, integer(2, 17)),
    message(
      7,
      ...nodes.map(node),
      text(2, 'bench'),
      ...Object.entries(constants).map(([name, value]) => constant(name, value)),
      ...Object.entries(inputs).map(([name, shape]) => valueInfo(11, name, shape)),
      valueInfo(12, output.name, output.shape),
    ),
  ]);
}
