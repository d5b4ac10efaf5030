// The launch flags, held to what the kernels' tests and the pictures take for granted.
import { expect, test } from 'vitest';

async function requestDevice(): Promise<GPUDevice> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('This browser has no WebGPU adapter: see tools/launch.mjs.');
  return adapter.requestDevice();
}

const shader = `
@group(0) @binding(0) var<storage, read_write> numbers: array<f32>;

@compute @workgroup_size(4)
fn double(@builtin(global_invocation_id) at: vec3u) {
  numbers[at.x] = 2.0 * numbers[at.x];
}`;

test('a shader runs and its result can be read back', async () => {
  const device = await requestDevice();
  const { STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const numbers = device.createBuffer({ size: 16, usage: STORAGE | COPY_SRC | COPY_DST });
  const back = device.createBuffer({ size: 16, usage: MAP_READ | COPY_DST });
  device.queue.writeBuffer(numbers, 0, new Float32Array([1, 2, 3, -4]));
  const pipeline = device.createComputePipeline({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code: shader }) },
  });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [{ binding: 0, resource: { buffer: numbers } }],
    }),
  );
  pass.dispatchWorkgroups(1);
  pass.end();
  encoder.copyBufferToBuffer(numbers, 0, back, 0, 16);
  device.queue.submit([encoder.finish()]);
  await back.mapAsync(GPUMapMode.READ);
  expect([...new Float32Array(back.getMappedRange())]).toEqual([2, 4, 6, -8]);
  device.destroy();
});

test('a WebGPU canvas shows what was drawn on it', async () => {
  const device = await requestDevice();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 4;
  const context = canvas.getContext('webgpu')!;
  context.configure({ device, format: navigator.gpu.getPreferredCanvasFormat() });
  const encoder = device.createCommandEncoder();
  encoder
    .beginRenderPass({
      colorAttachments: [
        {
          view: context.getCurrentTexture().createView(),
          clearValue: [1, 0, 0, 1],
          loadOp: 'clear',
          storeOp: 'store',
        },
      ],
    })
    .end();
  device.queue.submit([encoder.finish()]);
  const flat = document.createElement('canvas').getContext('2d')!;
  flat.drawImage(canvas, 0, 0);
  expect([...flat.getImageData(1, 1, 1, 1).data]).toEqual([255, 0, 0, 255]);
  device.destroy();
});
