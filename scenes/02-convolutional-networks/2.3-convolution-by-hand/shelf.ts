import { Drawing } from './drawing';
import { Sheet } from './sheet';
import { BadPicture, shippedPicture, type Picture, type Source } from './pictures';

/**
 * The pictures of one place on the page: shipped ones as fetched, and what the reader brought. They
 * outlive a change of device, and nothing of them leaves the machine or enters a link.
 */
export class Shelf {
  /** Where the divide between before and after stands, from 0 to 1. */
  divide = 0.5;
  /** What a digit is drawn on. */
  readonly sheet = new Sheet();
  private readonly pictures = new Map<Source, Picture>();
  private paper: Drawing | undefined;

  /** Made when it is first drawn on. */
  get drawing(): Drawing {
    return (this.paper ??= new Drawing());
  }

  put(source: 'own' | 'camera', picture: Picture): void {
    this.pictures.set(source, picture);
  }

  /** @throws BadPicture when the reader has yet to bring one. */
  async take(source: Source): Promise<Picture> {
    if (source === 'drawing') return this.drawing.picture;
    const known = this.pictures.get(source);
    if (known) return known;
    if (source === 'own') {
      throw new BadPicture('Open, drop or paste a picture to see it here. Links do not carry it.');
    }
    if (source === 'camera') {
      throw new BadPicture('Start the camera and take a picture. Links do not carry it.');
    }
    const picture = await shippedPicture(source);
    this.pictures.set(source, picture);
    return picture;
  }
}

const shelves = new WeakMap<HTMLElement, Shelf>();

/** The shelf of an element of the page. */
export function shelfOf(root: HTMLElement): Shelf {
  const shelf = shelves.get(root) ?? new Shelf();
  shelves.set(root, shelf);
  return shelf;
}
