import type { Tensor } from '../compute/compute';
import { canvasFormat } from '../compute/device';
import source from './field.wgsl?raw';
import { checkField, wholeView, type Field, type FieldView } from './field';
import type { Ramp, Rgb } from './ramp';

/** A field whose numbers are in a buffer of the GPU. */
export type BufferField = Field & { readonly data: Tensor & { readonly buffer: GPUBuffer } };

const unit = ([red, green, blue]: Rgb): number[] => [red / 255, green / 255, blue / 255, 1];

const elements = { f32: 0, u32: 1, i32: 2 } as const;

/** Bytes of `Params` in field.wgsl. */
const PARAMS_BYTES = 96;

/** `Params` in field.wgsl, member by member. */
function paramsOf(canvas: { width: number; height: number }, field: BufferField, view: FieldView) {
  const { width, height, offset = 0, domain, ramp, data } = field;
  const special = ramp === 'rgb' ? new Array<number>(8).fill(0) : ramp.special.flatMap(unit);
  const mode = ramp === 'rgb' ? 2 : ramp.smooth ? 0 : 1;
  const bytes = new ArrayBuffer(PARAMS_BYTES);
  const { x, y } = view;
  new Float32Array(bytes).set([x, y, view.width, view.height, canvas.width, canvas.height]);
  new Float32Array(bytes, 24).set([...domain, ...special]);
  new Uint32Array(bytes, 64).set([width, height, offset, elements[data.type], mode]);
  return bytes;
}

/** What painting needs once for each device. */
class Painter {
  private readonly tables = new Map<Ramp | 'rgb', GPUBuffer>();
  private readonly pipeline: GPURenderPipeline;
  private readonly params: GPUBuffer;

  constructor(private readonly device: GPUDevice) {
    const module = device.createShaderModule({ label: 'field', code: source });
    this.pipeline = device.createRenderPipeline({
      label: 'field',
      layout: 'auto',
      vertex: { module },
      fragment: { module, targets: [{ format: canvasFormat() }] },
    });
    this.params = device.createBuffer({
      size: PARAMS_BYTES,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
  }

  paint(context: GPUCanvasContext, field: BufferField, view: FieldView): void {
    this.device.queue.writeBuffer(this.params, 0, paramsOf(context.canvas, field, view));
    const encoder = this.device.createCommandEncoder();
    const pass = encoder.beginRenderPass({
      colorAttachments: [
        { view: context.getCurrentTexture().createView(), loadOp: 'clear', storeOp: 'store' },
      ],
    });
    pass.setPipeline(this.pipeline);
    pass.setBindGroup(0, this.bind(field));
    pass.draw(3);
    pass.end();
    this.device.queue.submit([encoder.finish()]);
  }

  private bind({ data, ramp }: BufferField): GPUBindGroup {
    const resources = [this.params, data.buffer, this.table(ramp)];
    return this.device.createBindGroup({
      layout: this.pipeline.getBindGroupLayout(0),
      entries: resources.map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
  }

  private table(ramp: Ramp | 'rgb'): GPUBuffer {
    const known = this.tables.get(ramp);
    if (known) return known;
    const colours = Float32Array.from((ramp === 'rgb' ? [] : ramp.table).flatMap(unit));
    const buffer = this.device.createBuffer({
      // Planes of light use no table, but something must be bound.
      size: Math.max(colours.byteLength, 16),
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
    });
    this.device.queue.writeBuffer(buffer, 0, colours);
    this.tables.set(ramp, buffer);
    return buffer;
  }
}

const painters = new WeakMap<GPUDevice, Painter>();

/**
 * Paints a field straight from its storage buffer on a WebGPU canvas, over all of it. What computes
 * the buffer must have been submitted.
 */
export function paintFieldGpu(
  canvas: HTMLCanvasElement,
  device: GPUDevice,
  field: BufferField,
  view: FieldView = wholeView(field),
): void {
  checkField(field);
  const context = canvas.getContext('webgpu');
  if (!context) throw new Error('this canvas already has another kind of context');
  if (context.getConfiguration()?.device !== device) {
    context.configure({ device, format: canvasFormat(), alphaMode: 'premultiplied' });
  }
  let painter = painters.get(device);
  if (!painter) painters.set(device, (painter = new Painter(device)));
  painter.paint(context, field, view);
}
