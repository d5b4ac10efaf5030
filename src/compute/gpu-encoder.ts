import { MOST_STEPS, type Step, type Waiting } from './dispatch-queue';
import type { Program } from './program';
import { Stopwatch } from './stopwatch';

/** Room for 64 members of `params`, and what a uniform's offset is aligned to. */
const SLOT_BYTES = 256;

/** A checked call, ready to be encoded. */
export interface Dispatch extends Waiting {
  readonly program: Program;
  readonly buffers: Readonly<Record<string, GPUBuffer>>;
  readonly params: ArrayBuffer;
}

/** Writes dispatches into command buffers and submits them. */
export class GpuEncoder {
  /** A slot for the `params` of each step of a submit. */
  private readonly params: GPUBuffer;
  private readonly stopwatch: Stopwatch | undefined;
  /** By the buffers of a call, whose program does not change: a plan binds them once for all rounds. */
  private readonly groups = new WeakMap<Dispatch['buffers'], GPUBindGroup>();

  constructor(private readonly device: GPUDevice) {
    if (device.features.has('timestamp-query')) this.stopwatch = new Stopwatch(device);
    this.params = device.createBuffer({
      label: 'params',
      size: MOST_STEPS * SLOT_BYTES,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
  }

  /** Submits these in one pass. Returns how to learn what the GPU's own clock says, when `timed`. */
  submit(steps: readonly Step<Dispatch>[], timed: boolean): (() => Promise<number>) | undefined {
    this.writeParams(steps);
    const stopwatch = timed ? this.stopwatch : undefined;
    const encoder = this.device.createCommandEncoder();
    const pass = encoder.beginComputePass({ timestampWrites: stopwatch?.writes });
    steps.forEach(({ call, piece }, slot) => {
      const group = this.groups.get(call.buffers) ?? this.bind(call);
      this.groups.set(call.buffers, group);
      const { pipeline, paramsBinding } = call.program;
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group, paramsBinding === undefined ? [] : [slot * SLOT_BYTES]);
      pass.dispatchWorkgroups(...piece.workgroups);
    });
    pass.end();
    const time = stopwatch?.read(encoder);
    this.device.queue.submit([encoder.finish()]);
    return time;
  }

  private writeParams(steps: readonly Step<Dispatch>[]): void {
    const bytes = new Uint8Array(steps.length * SLOT_BYTES);
    const view = new DataView(bytes.buffer);
    steps.forEach(({ call: { program, params }, piece }, slot) => {
      const { pass_index, first_workgroup } = program.partOffsets;
      const at = slot * SLOT_BYTES;
      bytes.set(new Uint8Array(params), at);
      if (pass_index !== undefined) view.setUint32(at + pass_index, piece.pass, true);
      if (first_workgroup === undefined) return;
      view.setUint32(at + first_workgroup, piece.firstWorkgroup, true);
    });
    // Written in the order of the queue: earlier submits have read theirs by then.
    this.device.queue.writeBuffer(this.params, 0, bytes);
  }

  private bind({ program, buffers }: Dispatch): GPUBindGroup {
    const entries: GPUBindGroupEntry[] = Object.entries(program.bindings).map(
      ([name, binding]) => ({ binding, resource: { buffer: buffers[name] } }),
    );
    if (program.paramsBinding !== undefined) {
      const resource = { buffer: this.params, size: SLOT_BYTES };
      entries.push({ binding: program.paramsBinding, resource });
    }
    return this.device.createBindGroup({ layout: program.layout, entries });
  }
}
