import type { Model } from './model';

/** The matrices of the picture. `correlation` stands there only beside a true convolution. */
export type Block = 'image' | 'kernel' | 'products' | 'out' | 'correlation';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Layout {
  /** Side of a cell without its gap. */
  readonly cell: number;
  readonly gap: number;
  readonly at: Readonly<Record<Exclude<Block, 'correlation'>, Box>> & {
    readonly correlation?: Box;
  };
  /** Everything in one column, for narrow screens; else the image stands at the left. */
  readonly stacked: boolean;
  /** Top of the lines at the bottom: the explanation and the legend. */
  readonly footer: number;
  readonly width: number;
  readonly height: number;
}

/** Room above a matrix for its name and what it is; between matrices; below them all. */
const HEAD = 60;
const SIGN = 52;
const ARROW = 34;
const FOOTER = 62;
/** Cells of this size still hold a number of two digits. */
const SMALLEST = 22;
/** On narrower screens the names above the matrices would not stand side by side. */
const NARROW = 520;
/** The names above kernel and products are no closer than this. */
const APART = 122;

/** The length of `count` cells with their gaps. */
export const length = (count: number, cell: number, gap: number): number =>
  count * (cell + gap) - gap;

/** Small cells stand closer together. */
const gapOf = (cell: number): number => Math.max(2, Math.min(5, Math.round(cell / 12)));

/** The largest cells that fit with the image at the left; where they would be tiny, one column. */
export function layoutOf(model: Model, width: number, height: number, unit: number): Layout {
  const { padded, kernel, out, flip } = model;
  const [N, M] = [padded.length, padded[0].length];
  const [k, l] = [kernel.length, kernel[0].length];
  const [h, w] = [out.length, out[0].length];
  const sign = SIGN * unit;
  const outputs = flip ? 2 : 1;

  const right = Math.max(2 * l, outputs * w);
  const across = (width - 2 * sign - 24) / (M + right);
  const down = Math.min(
    (height - (2 * HEAD + ARROW + FOOTER) * unit) / (k + h),
    (height - (HEAD + FOOTER) * unit) / N,
  );
  const spacing = Math.min(across, down, 112 * unit);
  if (width < NARROW * unit || spacing < SMALLEST * Math.min(unit, 1.2))
    return stack(model, width, unit);

  const gap = gapOf(spacing);
  const cell = Math.floor(spacing - gap);
  const long = (count: number): number => length(count, cell, gap);
  const equals = Math.max(sign, APART * unit - long(l));
  const rightWidth = Math.max(2 * long(l) + equals, outputs * long(w) + (outputs - 1) * sign);
  const left = (width - long(M) - sign - rightWidth) / 2;
  const rightHeight = long(k) + (HEAD + ARROW) * unit + long(h);
  const tall = Math.max(long(N), rightHeight);
  const footer = Math.max(height - FOOTER * unit, HEAD * unit + tall + 8 * unit);
  const top = HEAD * unit + Math.max(0, (footer - HEAD * unit - tall) / 2);

  const x = left + long(M) + sign;
  const y = top + (tall - rightHeight) / 2;
  const pair = x + (rightWidth - 2 * long(l) - equals) / 2;
  const outWidth = outputs * long(w) + (outputs - 1) * sign;
  // Below the products where it fits there.
  const below = pair + long(l) + equals + (long(l) - outWidth) / 2;
  const outX = Math.max(x, Math.min(below, x + rightWidth - outWidth));
  const outY = y + long(k) + (HEAD + ARROW) * unit;
  return {
    cell,
    gap,
    at: {
      image: { x: left, y: top + (tall - long(N)) / 2, rows: N, columns: M },
      kernel: { x: pair, y, rows: k, columns: l },
      products: { x: pair + long(l) + equals, y, rows: k, columns: l },
      out: { x: outX, y: outY, rows: h, columns: w },
      ...(flip && { correlation: { x: outX + long(w) + sign, y: outY, rows: h, columns: w } }),
    },
    stacked: false,
    footer,
    width,
    height: Math.max(height, footer + FOOTER * unit),
  };
}

function stack(model: Model, width: number, unit: number): Layout {
  const { padded, kernel, out, flip } = model;
  const [k, l] = [kernel.length, kernel[0].length];
  const sign = SIGN * unit;
  const widest = Math.max(padded[0].length, out[0].length);
  const spacing = Math.min(64 * unit, (width - 16) / widest, (width - 16 - sign) / (2 * l));
  const gap = gapOf(spacing);
  const cell = Math.floor(spacing - gap);
  const long = (count: number): number => length(count, cell, gap);
  const centred = (columns: number): number => (width - long(columns)) / 2;

  let y = HEAD * unit;
  const below = (rows: number): number => {
    const top = y;
    y += long(rows) + (HEAD + 14) * unit;
    return top;
  };
  const box = (rows: number, columns: number): Box => ({
    x: centred(columns),
    y: below(rows),
    rows,
    columns,
  });
  const image = box(padded.length, padded[0].length);
  const equals = Math.max(sign, APART * unit - long(l));
  const pair = (width - 2 * long(l) - equals) / 2;
  const kernelBox = { x: pair, y: below(k), rows: k, columns: l };
  y += ARROW * unit;
  const at = {
    image,
    kernel: kernelBox,
    products: { ...kernelBox, x: pair + long(l) + equals },
    out: box(out.length, out[0].length),
    ...(flip && { correlation: box(out.length, out[0].length) }),
  };
  const footer = y - (HEAD - 8) * unit;
  return { cell, gap, at, stacked: true, footer, width, height: footer + (FOOTER + 92) * unit };
}
