import { Camera } from './camera';
import { BadPicture, fileIn, readPicture, type Source } from './pictures';
import type { Shelf } from './shelf';

/** What the intake tells the program it serves. */
interface IntakeEvents {
  /** A picture was put on the shelf. */
  brought(source: Source): void;
  /** Why what was brought cannot be used, as a sentence. */
  refused(sentence: string): void;
  /** The camera went on or off. */
  changed(): void;
  /** Where the camera's picture is shown. */
  video(): HTMLVideoElement;
}

/** The ways a reader's own picture comes in: a file, a drop, a paste, the camera. */
export class Intake {
  cameraOn = false;
  private readonly camera = new Camera();
  private readonly listening = new AbortController();

  constructor(
    private readonly root: HTMLElement,
    private readonly shelf: Shelf,
    private readonly events: IntakeEvents,
  ) {
    const { signal } = this.listening;
    root.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    root.addEventListener('drop', this.onDrop, { signal });
    document.addEventListener('paste', this.onPaste, { signal });
  }

  /** Puts a file on the shelf. `find` is called in the same task, as events ask for. */
  async bring(find: () => File | undefined): Promise<void> {
    await this.attempt(async () => {
      const file = find();
      if (!file) return;
      this.shelf.put('own', await readPicture(file));
      if (!this.disposed) this.events.brought('own');
    });
  }

  async startCamera(): Promise<void> {
    this.cameraOn = true;
    this.events.changed();
    await this.attempt(async () => {
      await this.camera.start(this.events.video());
      if (this.disposed) this.camera.stop();
    });
  }

  async takePicture(): Promise<void> {
    await this.attempt(async () => {
      this.shelf.put('camera', await this.camera.take(this.events.video()));
      this.closeCamera();
      this.events.brought('camera');
    });
  }

  closeCamera(): void {
    this.camera.stop();
    this.cameraOn = false;
  }

  dispose(): void {
    this.listening.abort();
    this.closeCamera();
  }

  private get disposed(): boolean {
    return this.listening.signal.aborted;
  }

  /** What goes wrong becomes a sentence; the last good picture stays. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.closeCamera();
      if (this.disposed) return;
      const known = error instanceof BadPicture;
      this.events.refused(known ? error.message : 'This picture could not be used.');
    }
  }

  private readonly onDrop = (event: DragEvent): void => {
    event.preventDefault();
    void this.bring(() => fileIn(event.dataTransfer, 'dropped'));
  };

  private readonly onPaste = (event: ClipboardEvent): void => {
    const field = event.target instanceof Element && event.target.closest('input, textarea');
    // Only where it can be seen: the page may show another tab.
    if (field || this.root.clientWidth === 0) return;
    event.preventDefault();
    void this.bring(() => fileIn(event.clipboardData, 'pasted'));
  };
}
