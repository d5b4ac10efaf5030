import { BadPicture, type Picture } from './pictures';

const sentences: Readonly<Record<string, string>> = {
  NotAllowedError: 'The camera was refused. It can be allowed again beside the page’s address.',
  NotFoundError: 'No camera was found.',
  NotReadableError: 'The camera is in use by another program.',
  OverconstrainedError: 'No camera was found.',
};

/** The reader's camera, from when it is asked for until a picture is taken. */
export class Camera {
  private stream: MediaStream | undefined;

  /** Shows what the camera sees. @throws BadPicture with the reason when it cannot. */
  async start(video: HTMLVideoElement): Promise<void> {
    if (!isSecureContext) {
      throw new BadPicture(
        'This page came over an insecure connection, where browsers give no camera. Open it over https or on localhost; a file, a drop or a paste works here as well.',
      );
    }
    // Typed as always there, but some browsers and embedded pages have none.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) throw new BadPicture('This browser gives no camera to this page.');
    try {
      this.stream = await devices.getUserMedia({ video: { width: { ideal: 1920 } } });
      video.srcObject = this.stream;
      await video.play();
    } catch (error) {
      this.stop();
      const name = error instanceof Error ? error.name : '';
      throw new BadPicture(sentences[name] ?? 'The camera could not be started.');
    }
  }

  /** Takes the picture and lets go of the camera. */
  async take(video: HTMLVideoElement): Promise<Picture> {
    const image = await createImageBitmap(video);
    this.stop();
    const { width, height } = image;
    return { image, width, height, name: 'your picture from the camera', enlarge: false };
  }

  stop(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
  }
}
