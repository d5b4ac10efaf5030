import { KernelError, type Call, type Kernel, type Variant } from './kernel';
import {
  fillParams,
  partOffsetsOf,
  PARTS,
  reflect,
  type Declarations,
  type PartOffsets,
} from './reflect';
import { buffersOf } from './shape';
import { slotWgsl } from './slots';

/** A kernel's variant made ready for one device. */
export interface Program {
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
  /** Invocations of one workgroup. */
  readonly groupSize: number;
  /** Binding number of each buffer. */
  readonly bindings: Readonly<Record<string, number>>;
  /** Binding number of the uniform `params`; absent when the source has none. */
  readonly paramsBinding?: number;
  readonly partOffsets: PartOffsets;
  /** Bytes of a filled `params` for this call; none when the source has no `params`. */
  params(call: Call<unknown>): ArrayBuffer;
}

/** The source of a variant with the reader's formulas in front: programs are cached by it. */
export const sourceOf = (kernel: Kernel, variant: Variant, call: Call<unknown>): string =>
  slotWgsl(kernel, call.slots) + variant.wgsl;

/** What the WGSL declares must be what the kernel declares: a member unknown here stays zero. */
function checkDeclarations(kernel: Kernel, { storages, params }: Declarations): void {
  const buffers = buffersOf(kernel).map(({ name }) => name);
  const missing = buffers.find((name) => !(name in storages));
  if (missing) throw new KernelError(`${kernel.name}: its WGSL has no buffer ${missing}`);
  const extra = Object.keys(storages).find((name) => !buffers.includes(name));
  if (extra) throw new KernelError(`${kernel.name}: the buffer ${extra} is in its WGSL only`);
  const knobs = kernel.knobs ?? {};
  const parts: readonly string[] = PARTS;
  const taken = [...kernel.dimensions, ...Object.keys(knobs)].find((name) => parts.includes(name));
  if (taken) throw new KernelError(`${kernel.name}: no dimension or knob can be called ${taken}`);
  for (const { name, type } of params?.members ?? []) {
    const whole = kernel.dimensions.includes(name) || parts.includes(name);
    const declared = whole ? 'u32' : knobs[name]?.type;
    if (declared !== type) {
      throw new KernelError(
        `${kernel.name}: params.${name} is ${type}, not ${declared ?? 'known'}`,
      );
    }
  }
}

/** A pass that does not know which it is would do the work of all others. */
function checkPasses(kernel: Kernel, variant: Variant, { params }: Declarations): void {
  const told = params?.members.some(({ name }) => name === 'pass_index') ?? false;
  if (told === (variant.passes !== undefined)) return;
  throw new KernelError(
    `${kernel.name}: params.pass_index and the variant’s \`passes\` come together`,
  );
}

/** What the bind group holds: said by the kernel, so that WGSL which says otherwise is refused. */
function entriesOf(kernel: Kernel, { storages, params }: Declarations): GPUBindGroupLayoutEntry[] {
  const visibility = GPUShaderStage.COMPUTE;
  const entries = buffersOf(kernel).map(({ name, access }): GPUBindGroupLayoutEntry => {
    const type = access === 'read' ? 'read-only-storage' : 'storage';
    return { binding: storages[name], visibility, buffer: { type } };
  });
  if (params) {
    const buffer = { type: 'uniform', hasDynamicOffset: true } as const;
    entries.push({ binding: params.binding, visibility, buffer });
  }
  return entries;
}

/**
 * Compiles a source. Errors of the WGSL itself go to the device's error scope.
 * @throws {KernelError} when the source does not hold what the kernel declares.
 */
export function compile(
  device: GPUDevice,
  kernel: Kernel,
  variant: Variant,
  source: string,
): Program {
  const declarations = reflect(source);
  checkDeclarations(kernel, declarations);
  checkPasses(kernel, variant, declarations);
  const { storages, params, groupSize } = declarations;
  const layout = device.createBindGroupLayout({ entries: entriesOf(kernel, declarations) });
  const module = device.createShaderModule({ label: kernel.name, code: source });
  return {
    pipeline: device.createComputePipeline({
      label: kernel.name,
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module, entryPoint: 'main' },
    }),
    layout,
    groupSize,
    bindings: storages,
    paramsBinding: params?.binding,
    partOffsets: partOffsetsOf(params?.members ?? []),
    params: (call) => fillParams(params?.members ?? [], call),
  };
}
