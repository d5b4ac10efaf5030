import { makeShaderDataDefinitions, makeStructuredView } from 'webgpu-utils';
import { KernelError, type Call, type Kernel, type Variant } from './kernel';
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
  /** Bytes of a filled `params` for this call; none when the source has no `params`. */
  params(call: Call<unknown>): ArrayBuffer;
}

/** The source of a variant with the reader's formulas in front: programs are cached by it. */
export const sourceOf = (kernel: Kernel, variant: Variant, call: Call<unknown>): string =>
  slotWgsl(kernel, call.slots) + variant.wgsl;

/** The product of the sizes written in `@workgroup_size(…)`. */
function groupSizeOf(source: string): number {
  const sizes = /@workgroup_size\(([^)]*)\)/.exec(source)?.[1].split(',') ?? [];
  // A size may be a named constant: the pace learns what is misjudged here.
  return sizes.reduce((product, size) => product * (Number.parseInt(size, 10) || 1), 1);
}

/**
 * A source without comments and without the bodies of its functions: the reflection needs neither,
 * and its parser does not know every expression of the language.
 */
export function declarationsOf(source: string): string {
  const code = source.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
  const heads = /(@[\w]+(\([^)]*\))?\s*)*\bfn\s/g;
  let declarations = '';
  let from = 0;
  for (let head = heads.exec(code); head; head = heads.exec(code)) {
    declarations += code.slice(from, head.index);
    from = code.indexOf('{', head.index) + 1;
    for (let depth = 1; depth > 0 && from < code.length; from += 1) {
      if (code[from] === '{') depth += 1;
      if (code[from] === '}') depth -= 1;
    }
    heads.lastIndex = from;
  }
  return declarations + code.slice(from);
}

type Definitions = ReturnType<typeof makeShaderDataDefinitions>;

function bindingsOf(kernel: Kernel, definitions: Definitions): Record<string, number> {
  const entries = buffersOf(kernel).map(({ name }) => {
    const definition = definitions.storages[name];
    if (!definition) throw new KernelError(`${kernel.name}: its WGSL has no buffer ${name}`);
    if (definition.group !== 0) throw new KernelError(`${kernel.name}: ${name} is not in group 0`);
    return [name, definition.binding] as const;
  });
  return Object.fromEntries(entries);
}

/** What the bind group holds: said by the kernel, so that WGSL which says otherwise is refused. */
function entriesOf(kernel: Kernel, definitions: Definitions): GPUBindGroupLayoutEntry[] {
  const visibility = GPUShaderStage.COMPUTE;
  const entries = buffersOf(kernel).map(({ name, access }): GPUBindGroupLayoutEntry => {
    const { binding } = definitions.storages[name];
    const type = access === 'read' ? 'read-only-storage' : 'storage';
    return { binding, visibility, buffer: { type } };
  });
  const uniform = definitions.uniforms.params;
  if (uniform) {
    entries.push({ binding: uniform.binding, visibility, buffer: { type: 'uniform' } });
  }
  return entries;
}

/** Members of `params` must be dimensions or knobs: anything else would stay zero unnoticed. */
function checkParams(kernel: Kernel, definition: Definitions['uniforms'][string]): void {
  const { fields = {} } = definition.typeDefinition as { fields?: object };
  const known = [...kernel.dimensions, ...Object.keys(kernel.knobs ?? {})];
  const stranger = Object.keys(fields).find((name) => !known.includes(name));
  if (stranger) throw new KernelError(`${kernel.name}: params.${stranger} is no dimension or knob`);
}

/**
 * Compiles a source. Errors of the WGSL itself go to the device's error scope.
 * @throws {KernelError} when the source does not hold what the kernel declares.
 */
export function compile(device: GPUDevice, kernel: Kernel, source: string): Program {
  const definitions = makeShaderDataDefinitions(declarationsOf(source));
  const bindings = bindingsOf(kernel, definitions);
  const uniform = definitions.uniforms.params;
  if (uniform) checkParams(kernel, uniform);
  const layout = device.createBindGroupLayout({ entries: entriesOf(kernel, definitions) });
  const module = device.createShaderModule({ label: kernel.name, code: source });
  return {
    pipeline: device.createComputePipeline({
      label: kernel.name,
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module, entryPoint: 'main' },
    }),
    layout,
    groupSize: groupSizeOf(source),
    bindings,
    paramsBinding: uniform?.binding,
    params(call) {
      if (!uniform) return new ArrayBuffer(0);
      const view = makeStructuredView(uniform);
      view.set({ ...call.dimensions, ...call.knobs });
      return view.arrayBuffer;
    },
  };
}
