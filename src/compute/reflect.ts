import { KernelError, type Call } from './kernel';
import type { ElementType } from './numbers';

/** What a kernel's WGSL declares: read from the text, which keeps to a few plain forms. */
export interface Declarations {
  /** Binding numbers of the storage buffers, by name. */
  readonly storages: Readonly<Record<string, number>>;
  /** The uniform `params`, when there is one. */
  readonly params?: {
    readonly binding: number;
    /** Members in order; each takes four bytes. */
    readonly members: readonly Member[];
  };
  /** Invocations of one workgroup. */
  readonly groupSize: number;
}

export interface Member {
  readonly name: string;
  readonly type: ElementType;
}

const VARIABLE =
  /((?:@(?:group|binding)\(\d+\)\s*){2})var<\s*(uniform|storage)\b[^>]*>\s*(\w+)\s*:\s*([^;]+);/g;

const attribute = (text: string, name: string): number =>
  Number(new RegExp(`@${name}\\((\\d+)\\)`).exec(text)?.[1]);

function membersOf(code: string, struct: string): Member[] {
  const body = new RegExp(`struct\\s+${struct}\\s*\\{([^}]*)\\}`).exec(code)?.[1] ?? '';
  const lines = body.split(',').map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const [, name, type] = /^(\w+)\s*:\s*(f32|u32|i32)$/.exec(line) ?? [];
    if (!name) throw new KernelError(`params has “${line}”; members are f32, u32 or i32`);
    return { name, type: type as ElementType };
  });
}

/** The product of the sizes of `@workgroup_size(8, 8)`; what is not written as a number counts 1. */
function groupSizeOf(code: string): number {
  const sizes = /@workgroup_size\(([^)]*)\)/.exec(code)?.[1].split(',') ?? [];
  return sizes.reduce((product, size) => product * (Number.parseInt(size, 10) || 1), 1);
}

/**
 * Reads the declarations of a kernel's WGSL: storage buffers and the uniform `params` in group 0.
 * @throws {KernelError} when one is of a form that kernels do not use.
 */
export function reflect(source: string): Declarations {
  const code = source.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
  const storages: Record<string, number> = {};
  let params: Declarations['params'];
  for (const [, attributes, space, name, type] of code.matchAll(VARIABLE)) {
    const binding = attribute(attributes, 'binding');
    if (attribute(attributes, 'group') !== 0) throw new KernelError(`${name} is not in group 0`);
    if (space === 'storage') storages[name] = binding;
    else if (name === 'params') params = { binding, members: membersOf(code, type.trim()) };
    else throw new KernelError(`the uniform ${name} is not called params`);
  }
  return { storages, params, groupSize: groupSizeOf(code) };
}

/**
 * Members of `params` that say which part of a call a dispatch is; no dimension or knob has one of
 * these names. They are zero until a part is dispatched.
 */
export const PARTS = ['pass_index', 'first_workgroup'] as const;

export type PartOffsets = Readonly<Partial<Record<(typeof PARTS)[number], number>>>;

/** Where in `params` the members stand, in bytes, that say which part of a call a dispatch is. */
export function partOffsetsOf(members: readonly Member[]): PartOffsets {
  const positions = PARTS.map((part) => [part, members.findIndex(({ name }) => name === part)]);
  return Object.fromEntries(
    positions.filter(([, at]) => at !== -1).map(([part, at]) => [part, Number(at) * 4]),
  );
}

/** The bytes of `params` for a call. */
export function fillParams(members: readonly Member[], call: Call<unknown>): ArrayBuffer {
  const bytes = new ArrayBuffer(members.length * 4);
  const view = new DataView(bytes);
  const values: Readonly<Record<string, number>> = {
    pass_index: 0,
    first_workgroup: 0,
    ...call.dimensions,
    ...call.knobs,
  };
  members.forEach(({ name, type }, i) => {
    if (type === 'f32') view.setFloat32(i * 4, values[name], true);
    else if (type === 'i32') view.setInt32(i * 4, values[name], true);
    else view.setUint32(i * 4, values[name], true);
  });
  return bytes;
}
