import { fetchPublic } from '../../../src/author';

/** A picture to be filtered. */
export interface Picture {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  /** What it is, in a sentence: “the astronaut”. */
  readonly name: string;
  /** Drawn larger than it is where that is asked for; a reader's own picture never is. */
  readonly enlarge: boolean;
}

/** Why something the reader brought cannot be used, as a sentence. */
export class BadPicture extends Error {
  override readonly name = 'BadPicture';
}

/** Where a picture comes from. */
export const sourceNames = {
  astronaut: 'astronaut',
  coffee: 'cup of coffee',
  own: 'your picture',
  drawing: 'your drawing',
  camera: 'camera',
} as const;

export type Source = keyof typeof sourceNames;

const LARGEST_FILE = 100e6;

const shorten = (name: string): string => (name.length > 32 ? `${name.slice(0, 31)}…` : name);

async function decode(blob: Blob, name: string, enlarge: boolean): Promise<Picture> {
  const image = await createImageBitmap(blob);
  return { image, width: image.width, height: image.height, name, enlarge };
}

/** Reads a file of the reader's. @throws BadPicture when it is none that can be shown. */
export async function readPicture(file: File): Promise<Picture> {
  const name = file.name ? `“${shorten(file.name)}”` : 'The pasted picture';
  if (file.size === 0) throw new BadPicture(`${name} is empty.`);
  if (file.size > LARGEST_FILE) {
    throw new BadPicture(
      `${name} has ${Math.round(file.size / 1e6)} megabytes; up to ${LARGEST_FILE / 1e6} can be opened here.`,
    );
  }
  try {
    return await decode(file, 'your picture', false);
  } catch {
    throw new BadPicture(`${name} is no picture that this browser can read.`);
  }
}

/** What came with a drop or a paste. @throws BadPicture when there is no file in it. */
export function fileIn(data: DataTransfer | null, how: 'dropped' | 'pasted'): File {
  const files = [...(data?.files ?? [])];
  const file = files.find(({ type }) => type.startsWith('image/')) ?? files.at(0);
  if (file) return file;
  throw new BadPicture(
    how === 'dropped'
      ? 'Nothing was dropped that is a picture file. Save the picture first, then drop the file.'
      : 'What was pasted holds no picture.',
  );
}

/** One of the shipped photographs. */
export async function shippedPicture(source: 'astronaut' | 'coffee'): Promise<Picture> {
  const bytes = await fetchPublic(`photographs/${source}.jpg`, 'the photograph');
  const name = source === 'coffee' ? 'the cup of coffee' : 'the astronaut';
  return decode(new Blob([bytes], { type: 'image/jpeg' }), name, true);
}

/** The working size of a picture: its shape kept, at most `megapixels`, no side over the limit. */
export function workingSize(
  { width, height, enlarge }: Pick<Picture, 'width' | 'height' | 'enlarge'>,
  megapixels: number,
  longest = 8192,
): { width: number; height: number } {
  const byArea = Math.sqrt((megapixels * 1e6) / (width * height));
  const bySide = longest / Math.max(width, height);
  const factor = Math.min(byArea, bySide, enlarge ? Infinity : 1);
  const side = (length: number): number => Math.max(1, Math.floor(length * factor + 1e-9));
  return { width: side(width), height: side(height) };
}

/** A sentence when a picture is worked on smaller than it came. */
export function sayScaled(picture: Picture, used: { width: number; height: number }): string {
  const [had, has] = [picture.width * picture.height, used.width * used.height];
  if (picture.enlarge || has >= had) return '';
  const mega = (pixels: number): string =>
    pixels >= 1e5 ? `${(pixels / 1e6).toFixed(1)} megapixels` : `${pixels} pixels`;
  return `Your picture has ${mega(had)} and is worked on at ${mega(has)}.`;
}
