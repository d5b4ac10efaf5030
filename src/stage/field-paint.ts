import type { Compute } from '../compute/compute';
import { elementsOf, type Field, type FieldView } from './field';
import { paintField2d } from './field-2d';
import type { BufferField } from './field-gpu';

/** What a host's canvas was made for: a canvas keeps the kind of context it was first given. */
interface Painted {
  readonly canvas: HTMLCanvasElement;
  readonly kind: '2d' | 'webgpu';
}

const hosts = new WeakMap<HTMLElement, Painted>();
const latest = new WeakMap<HTMLElement, symbol>();

/** The host's canvas for this kind of context, in place of one of the other kind. */
function canvasIn(host: HTMLElement, kind: Painted['kind']): HTMLCanvasElement {
  const present = hosts.get(host);
  if (present?.kind === kind && present.canvas.parentNode === host) return present.canvas;
  present?.canvas.remove();
  const canvas = host.ownerDocument.createElement('canvas');
  // The host carries the text alternative.
  canvas.setAttribute('aria-hidden', 'true');
  host.prepend(canvas);
  hosts.set(host, { canvas, kind });
  return canvas;
}

function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  // Setting a size clears the canvas, even the same size.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

const isInBuffer = (field: Field): field is BufferField =>
  'release' in field.data && field.data.buffer !== undefined;

/** Size of the canvas in device pixels, and the part of the field that fills it. */
export interface FieldBox {
  readonly width: number;
  readonly height: number;
  readonly view?: FieldView;
}

/**
 * Paints a field in a canvas of its own inside `host`: from the GPU's buffer where it is there,
 * else from an array (numbers in a Worker are fetched first; pass an array to pan and zoom). The
 * latest call for a host wins. Returns the canvas; style it, but leave its size alone.
 */
export async function paintField(
  host: HTMLElement,
  field: Field,
  compute: Compute,
  { width, height, view }: FieldBox,
): Promise<HTMLCanvasElement> {
  const turn = Symbol();
  latest.set(host, turn);
  const { data } = field;
  if (isInBuffer(field) && compute.gpu) {
    const painter = await import('./field-gpu').catch(() => undefined);
    // Code that does not arrive leaves the way of the CPU.
    if (painter) {
      const canvas = canvasIn(host, 'webgpu');
      if (latest.get(host) !== turn) return canvas;
      resize(canvas, width, height);
      compute.submit();
      painter.paintFieldGpu(canvas, compute.gpu, field, view);
      return canvas;
    }
  }
  const numbers =
    'release' in data ? await compute.read(data, field.offset, elementsOf(field)) : data;
  const canvas = canvasIn(host, '2d');
  if (latest.get(host) !== turn) return canvas;
  resize(canvas, width, height);
  const offset = 'release' in data ? 0 : field.offset;
  paintField2d(canvas, { ...field, data: numbers, offset }, view);
  return canvas;
}
