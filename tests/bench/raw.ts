import type { Timed } from './timing';

/** A dispatch with nothing around it: what the device itself can do. */
export async function rawDispatch(
  device: GPUDevice,
  wgsl: string,
  buffers: readonly GPUBuffer[],
  workgroups: number,
): Promise<Timed> {
  device.pushErrorScope('validation');
  const module = device.createShaderModule({ code: wgsl });
  const pipeline = device.createComputePipeline({ layout: 'auto', compute: { module } });
  const group = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  const error = await device.popErrorScope();
  if (error) throw new Error(error.message);
  return {
    run() {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(workgroups);
      pass.end();
      device.queue.submit([encoder.finish()]);
    },
    finish: () => device.queue.onSubmittedWorkDone(),
  };
}

export const storage = (device: GPUDevice, floats: number): GPUBuffer =>
  device.createBuffer({
    size: floats * 4,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });

/** Something that runs on this thread and is done when it returns. */
export const onThread = (run: () => void): Timed => ({ run, finish: () => Promise.resolve() });
