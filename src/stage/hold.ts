/** What can be taken hold of: a stage, or a part of a picture. */
export type Holdable = Element & ElementCSSInlineStyle & GlobalEventHandlers;

/**
 * Whether the reader has taken hold of a picture. Until then what passes over it scrolls the page: a
 * wheel until the picture is clicked (or Ctrl or ⌘ is held), a touch until there is a second finger.
 */
export class Hold {
  private clicked = false;

  constructor(private readonly host: Holdable) {
    host.style.touchAction = 'pan-x pan-y';
    host.addEventListener('pointerdown', this.onDown);
    host.addEventListener('pointerleave', this.onLeave);
    host.addEventListener('touchstart', this.onTouch, { passive: false });
    host.addEventListener('touchmove', this.onTouch, { passive: false });
  }

  /** Whether a turn of the wheel is meant for the picture. */
  takesWheel({ ctrlKey, metaKey }: WheelEvent): boolean {
    return this.clicked || ctrlKey || metaKey;
  }

  /** Whether a pointer moves the picture, when so many of them are pressed on it. */
  takesPointer({ pointerType }: PointerEvent, pressed: number): boolean {
    return pointerType !== 'touch' || pressed > 1;
  }

  dispose(): void {
    this.host.style.touchAction = '';
    this.host.removeEventListener('pointerdown', this.onDown);
    this.host.removeEventListener('pointerleave', this.onLeave);
    this.host.removeEventListener('touchstart', this.onTouch);
    this.host.removeEventListener('touchmove', this.onTouch);
  }

  private readonly onDown = ({ pointerType }: PointerEvent): void => {
    if (pointerType !== 'touch') this.clicked = true;
  };

  private readonly onLeave = (): void => {
    this.clicked = false;
  };

  /** Two fingers are for the picture: the browser would scroll or enlarge the page with them. */
  private readonly onTouch = (event: TouchEvent): void => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };
}

/** How a picture is taken hold of, to be said on it. */
export function holdWords(drags: 'turn' | 'pan', zooms = true): string {
  if (matchMedia('(pointer: coarse)').matches) {
    return zooms ? `Two fingers ${drags} and zoom.` : `Two fingers ${drags}.`;
  }
  return zooms ? `Drag to ${drags}. Click first, then the wheel zooms.` : `Drag to ${drags}.`;
}
