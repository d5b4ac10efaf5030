import type { Picture } from './pictures';

const [WIDTH, HEIGHT] = [1024, 768];
const STROKE = 26;

/** A sheet of paper to draw on with the mouse, a pen or a finger. */
export class Drawing {
  readonly picture: Picture;
  private readonly context: CanvasRenderingContext2D;

  constructor() {
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    this.context = canvas.getContext('2d')!;
    this.picture = {
      image: canvas,
      width: WIDTH,
      height: HEIGHT,
      name: 'your drawing',
      enlarge: true,
    };
    this.clear();
  }

  clear(): void {
    this.context.fillStyle = '#fbfaf6';
    this.context.fillRect(0, 0, WIDTH, HEIGHT);
  }

  /** A stroke between two points of the unit square. */
  stroke(from: readonly [number, number], to: readonly [number, number]): void {
    const { context } = this;
    context.lineCap = 'round';
    context.lineWidth = STROKE;
    context.strokeStyle = '#1a1c20';
    context.beginPath();
    context.moveTo(from[0] * WIDTH, from[1] * HEIGHT);
    context.lineTo(to[0] * WIDTH, to[1] * HEIGHT);
    context.stroke();
  }
}
