import { showShort } from '../../../src/author';
import type { Model } from './model';
import type { Motion } from './motion';

/** A part's name taken apart: `out.1.0` to `out`, 1, 0. */
function readPart(part: string): readonly [string, number, number] {
  const [name, i, j] = part.split('.');
  return [name, Number(i), Number(j)];
}

/** The position of the window that a pointed part speaks of, if it speaks of one. */
export function positionAt(pointed: string | undefined): readonly [number, number] | undefined {
  if (!pointed) return undefined;
  const [name, i, j] = readPart(pointed);
  return name === 'out' || name === 'correlation' ? [i, j] : undefined;
}

/** The cells that a cell is computed from, or that are computed from it. */
export function contributors(model: Model, moving: Motion, pointed: string | undefined): string[] {
  if (!pointed) return [];
  const [name, a, b] = readPart(pointed);
  const { stride, padding, laid, out } = model;
  const [i, j] = moving.position;
  switch (name) {
    case 'out':
    case 'correlation':
      return [`products`, 'laid'];
    case 'products':
      return [`padded.${i * stride + a}.${j * stride + b}`, `laid.${a}.${b}`];
    case 'image':
    case 'padded': {
      const by = name === 'image' ? padding : 0;
      const reaches = (position: number, size: number, at: number): boolean =>
        at + by >= position * stride && at + by < position * stride + size;
      return out.flatMap((row, y) =>
        row.flatMap((_, x) =>
          reaches(y, laid.length, a) && reaches(x, laid[0].length, b) ? [`out.${y}.${x}`] : [],
        ),
      );
    }
    default:
      return [];
  }
}

const factor = (x: number): string => (x < 0 ? `(${showShort(x)})` : showShort(x));

/** Terms beyond these are left out of a line of text; the picture shows them all. */
const MOST_TERMS = 9;

/** What stands below the picture: how the sum came about, or what the pointed cell does. */
export function explain(model: Model, moving: Motion, pointed: string | undefined): string[] {
  const { padded, laid, stride, out, correlation, kernel } = model;
  const [i, j] = moving.position;
  const [name, a, b] = pointed ? readPart(pointed) : ['', 0, 0];
  const shown = moving.products;
  const pixel = (u: number, v: number): number => padded[i * stride + u][j * stride + v];

  if (name === 'products' && a * laid[0].length + b < shown) {
    const [x, weight] = [pixel(a, b), laid[a][b]];
    return [
      `pixel ${showShort(x)}`,
      ` times weight ${factor(weight)}`,
      ` = ${showShort(x * weight)}`,
    ];
  }
  if (name === 'image' || name === 'padded') return [sayPixel(model, moving, pointed ?? '')];
  if (name === 'correlation') {
    return moving.visible(i, j) === 1 ? sayProducts(kernel, pixel, correlation[i][j]) : [];
  }
  if (shown < laid.length * laid[0].length || moving.visible(i, j) < 1) return [];
  return sayProducts(laid, pixel, out[i][j]);
}

function sayPixel(model: Model, moving: Motion, pointed: string): string {
  const [name, a, b] = readPart(pointed);
  const count = contributors(model, moving, pointed).length;
  const what = name === 'padded' ? 'a zero of the border' : `pixel ${showShort(model.image[a][b])}`;
  if (moving.counted < 1) return what;
  if (count === 0) return `${what}: no window reaches it`;
  return `${what}: part of ${count} ${count === 1 ? 'output' : 'outputs'}`;
}

/** `1·1 + 2·0 + 4·0 + 5·(−1) = −4` in pieces that may stand on lines of their own. */
function sayProducts(
  weights: Model['kernel'],
  pixel: (u: number, v: number) => number,
  total: number,
): string[] {
  const terms = weights.flatMap((row, u) =>
    row.map((weight, v) => `${factor(pixel(u, v))}·${factor(weight)}`),
  );
  const few =
    terms.length > MOST_TERMS ? [...terms.slice(0, MOST_TERMS - 2), '…', terms.at(-1)] : terms;
  return [...few.map((term, n) => (n > 0 ? ` + ${term}` : term)), ` = ${showShort(total)}`];
}

/** Pieces joined into lines of at most `room` characters. */
export function lines(pieces: readonly string[], room: number): string[] {
  const written: string[] = [];
  for (const piece of pieces) {
    const last = written.at(-1);
    if (last !== undefined && last.length + piece.length <= room) {
      written[written.length - 1] = last + piece;
    } else written.push(piece.trim());
  }
  return written;
}
