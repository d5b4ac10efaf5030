import { colourAt, type Ramp } from '../../stage/ramp';

const LEVELS = 256;
const palettes = new WeakMap<Ramp, Uint32Array>();

/** The colours of a ramp from −1 to 1, ready to be copied into a picture. */
function paletteOf(ramp: Ramp): Uint32Array {
  const known = palettes.get(ramp);
  if (known) return known;
  const bytes = new Uint8ClampedArray(LEVELS * 4);
  for (let level = 0; level < LEVELS; level += 1) {
    bytes.set(colourAt(ramp, level, [0, LEVELS - 1]), level * 4);
    bytes[level * 4 + 3] = 255;
  }
  const palette = new Uint32Array(bytes.buffer);
  palettes.set(ramp, palette);
  return palette;
}

/** One unit's numbers among those of its layer, over a square of cells. */
export interface UnitField {
  readonly data: ArrayLike<number>;
  readonly unit: number;
  readonly units: number;
  readonly cells: number;
  /** The number that has the colour of +1. */
  readonly most: number;
}

/** The largest size a unit's numbers reach, 1 at least where it is a bounded one. */
export function mostOf(
  { data, unit, units }: Omit<UnitField, 'most' | 'cells'>,
  least: number,
): number {
  let most = least;
  for (let i = unit; i < data.length; i += units) most = Math.max(most, Math.abs(data[i]));
  return most;
}

/** Paints a unit's field, every `stride`th cell of it: a page has up to forty of them in every frame. */
export function paintUnit(
  canvas: HTMLCanvasElement,
  field: UnitField,
  ramp: Ramp,
  stride = 1,
): void {
  const { data, unit, units, cells, most } = field;
  const size = Math.floor(cells / stride);
  if (canvas.width !== size) [canvas.width, canvas.height] = [size, size];
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(size, size);
  const pixels = new Uint32Array(image.data.buffer);
  const palette = paletteOf(ramp);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const value = data[(row * stride * cells + column * stride) * units + unit] / most;
      const level = Math.round(((Math.min(1, Math.max(-1, value)) + 1) / 2) * (LEVELS - 1));
      pixels[row * size + column] = palette[level];
    }
  }
  context.putImageData(image, 0, 0);
}
