import type { Numbers } from '../compute/numbers';
import { checkField, wholeView, type Field, type FieldView } from './field';
import { colourAt, type Ramp } from './ramp';

/** A field whose numbers are at hand. */
export type ArrayField = Field & { readonly data: Numbers };

const HATCH = 8;

/** From here on a number is no longer one that float32 can hold. */
const TOO_LARGE = 2 ** 128 - 2 ** 103;

/** What can be drawn as a colour: a number that float32 can hold. */
const isDrawable = (value: number): boolean => Math.abs(value) < TOO_LARGE;

/** Where the pixels of a row or column of the canvas lie in the field; −1 beside it. */
function cellsUnder(pixels: number, from: number, extent: number, cells: number): Int32Array {
  return Int32Array.from({ length: pixels }, (_, pixel) => {
    const cell = Math.floor(from + ((pixel + 0.5) / pixels) * extent);
    return cell >= 0 && cell < cells ? cell : -1;
  });
}

/** The part of a picture that is painted: the canvas's pixels and the cells they lie on. */
interface Painting {
  readonly image: ImageData;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/** A heatmap; what is no number is hatched by its position on the canvas. */
function paintRamp(field: ArrayField, ramp: Ramp, { image, rows, columns }: Painting): void {
  const { data, offset = 0, domain, width } = field;
  rows.forEach((row, y) => {
    columns.forEach((column, x) => {
      if (row < 0 || column < 0) return;
      const value = data[offset + row * width + column];
      const hatched = (x + y) % HATCH < HATCH / 2;
      const colour = isDrawable(value)
        ? colourAt(ramp, value, domain)
        : ramp.special[hatched ? 0 : 1];
      const at = (y * columns.length + x) * 4;
      image.data.set(colour, at);
      image.data[at + 3] = 255;
    });
  });
}

/** Three planes of light, plane by plane: photographs have millions of pixels. */
function paintLight(field: ArrayField, { image, rows, columns }: Painting): void {
  const { data, offset = 0, domain, width, height } = field;
  const { data: bytes } = image;
  const scale = 255 / (domain[1] - domain[0]);
  for (let channel = 0; channel < 4; channel += 1) {
    const plane = offset + channel * width * height;
    for (let y = 0; y < rows.length; y += 1) {
      if (rows[y] < 0) continue;
      const row = plane + rows[y] * width;
      for (let x = 0, at = y * columns.length * 4 + channel; x < columns.length; x += 1, at += 4) {
        if (columns[x] < 0) continue;
        // The fourth channel is how opaque it is.
        const value = channel === 3 ? domain[1] : data[row + columns[x]];
        bytes[at] = isDrawable(value) ? (value - domain[0]) * scale : 0;
      }
    }
  }
}

/** The pixels of a field on a canvas of this size, nearest cell each, as RGBA. */
export function fieldPixels(
  field: ArrayField,
  width: number,
  height: number,
  view: FieldView = wholeView(field),
): ImageData {
  checkField(field);
  // Beside the field nothing is drawn: it stays transparent.
  const image = new ImageData(width, height);
  const painting = {
    image,
    rows: cellsUnder(height, view.y, view.height, field.height),
    columns: cellsUnder(width, view.x, view.width, field.width),
  };
  if (field.ramp === 'rgb') paintLight(field, painting);
  else paintRamp(field, field.ramp, painting);
  return image;
}

/** Paints a field from an array on a 2D canvas, over all of it. */
export function paintField2d(canvas: HTMLCanvasElement, field: ArrayField, view?: FieldView): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this canvas already has another kind of context');
  context.putImageData(fieldPixels(field, canvas.width, canvas.height, view), 0, 0);
}
