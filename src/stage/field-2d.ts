import type { Numbers } from '../compute/kernel';
import { checkField, wholeView, type Field, type FieldView } from './field';
import { colourAt, type Rgb } from './ramp';

/** A field whose numbers are at hand. */
export type ArrayField = Field & { readonly data: Numbers };

const HATCH = 8;

/** Colours beside the field's own edge: nothing is drawn there. */
const OUTSIDE: readonly number[] = [0, 0, 0, 0];

/** What can be drawn as a colour: a number that float32 can hold. */
const isDrawable = (value: number): boolean => Number.isFinite(Math.fround(value));

/** The colour of one cell at one pixel of the canvas (which decides the hatch). */
function colourOf(field: ArrayField, cell: number, hatched: boolean): Rgb {
  const { data, offset = 0, domain, ramp } = field;
  if (ramp !== 'rgb') {
    const value = data[offset + cell];
    return isDrawable(value) ? colourAt(ramp, value, domain) : ramp.special[hatched ? 0 : 1];
  }
  const plane = field.width * field.height;
  const light = (channel: number): number => {
    const value = data[offset + channel * plane + cell];
    const part = (value - domain[0]) / (domain[1] - domain[0]);
    return isDrawable(value) ? 255 * Math.min(Math.max(part, 0), 1) : 0;
  };
  return [light(0), light(1), light(2)];
}

/** The pixels of a field on a canvas of this size, nearest cell each, as RGBA. */
export function fieldPixels(
  field: ArrayField,
  width: number,
  height: number,
  view: FieldView = wholeView(field),
): ImageData {
  checkField(field);
  const image = new ImageData(width, height);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(view.y + ((y + 0.5) / height) * view.height);
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor(view.x + ((x + 0.5) / width) * view.width);
      const inside = row >= 0 && row < field.height && column >= 0 && column < field.width;
      const hatched = (x + y) % HATCH < HATCH / 2;
      const colour = inside
        ? [...colourOf(field, row * field.width + column, hatched), 255]
        : OUTSIDE;
      image.data.set(colour, (y * width + x) * 4);
    }
  }
  return image;
}

/** Paints a field from an array on a 2D canvas, over all of it. */
export function paintField2d(canvas: HTMLCanvasElement, field: ArrayField, view?: FieldView): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this canvas already has another kind of context');
  context.putImageData(fieldPixels(field, canvas.width, canvas.height, view), 0, 0);
}
