import {
  DIGIT_SIDE,
  drag,
  ScalePicture,
  type Compute,
  type Digits,
  type Matrix,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { fetchDigits } from '../../../src/learn/recipes/digits';
import { loadWeights } from '../../../src/learn/weights';
import './digit.css';
import { drawDigit, type DigitEvents } from './digit-frame';
import { layOut, mapAt, mapByKey, type DigitLayout, type MapAt } from './digit-layout';
import { digitAt, finding, positionOf, type Known } from './digit-words';
import { blank, toggled } from './pen';
import { mostNeeded, Reader, readAs, strongestOf, type Reading } from './reading';
import type { ScaleGivens } from './settings';
import { shelfOf } from './shelf';
import type { Sheet } from './sheet';

/** What is fetched once, and what reads digits with it. */
interface Opened {
  readonly digits: Digits;
  readonly reader: Reader;
  readonly scope: Compute & { release(): void };
}

/** A digit, layer by layer through a small network, on the device of its stage. */
export class DigitAtScale implements ScaleView<ScaleGivens>, DigitEvents {
  private readonly picture: ScalePicture;
  private readonly sheet: Sheet;
  private opened: Promise<Opened> | undefined;
  private shown: { reading: Reading; known: Known | undefined; weights: Float32Array } | undefined;
  private layout: DigitLayout | undefined;
  private digit: Matrix = blank;
  private map: MapAt | undefined;
  private pixel: number | undefined;
  private gone = false;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.sheet = shelfOf(stage.root).sheet;
    this.picture = new ScalePicture(stage, (frame) => {
      const { shown } = this;
      if (!shown) return undefined;
      const { reading, weights } = shown;
      this.layout = layOut(reading, frame);
      return drawDigit(
        {
          ...{ reading, weights, strokes: this.sheet.strokesOf(this.digit) },
          map: this.mapShown(reading),
          pixel: this.pixel ?? mostNeeded(reading),
        },
        this.layout,
        frame,
        this,
      );
    });
    this.picture.root.addEventListener('pointermove', this.onPointer);
    this.picture.root.addEventListener('pointerdown', this.onPointer);
    stage.root.addEventListener('keydown', this.onKey);
  }

  async update({ digit }: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { clock } = this.stage;
    this.digit = digit;
    const { digits, reader, scope } = await (this.opened ??= this.open());
    signal.throwIfAborted();
    const started = clock.now();
    const images = reader.run(digit);
    await scope.finished();
    const elapsed = clock.now() - started;
    signal.throwIfAborted();
    const reading = await reader.result(digit);
    signal.throwIfAborted();
    const known = knownAs(digits, digit);
    this.shown = { reading, known, weights: reader.weights };
    await this.picture.paint();
    return {
      count: images,
      ...{ unit: 'images', elapsed, agreement: reading.agreement },
      finding: finding(reading, known),
      details:
        'The digits of the data set fill their bitmap of 32 × 32 dots from top to bottom, and so does what you draw. The dots that are inked are counted in blocks of 4 × 4. The pixels are in the link, the lines are not. Every image but the first is the digit with one pixel blank.',
    };
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    if (!this.shown) return 'The network is reading.';
    const { reading, known } = this.shown;
    const strongest = `Of the ${reading.maps.first.count} maps of the first convolution number ${strongestOf(reading.maps.first) + 1} has the largest sum, of the ${reading.maps.second.count} of the second number ${strongestOf(reading.maps.second) + 1}.`;
    return `A digit of ${DIGIT_SIDE} × ${DIGIT_SIDE} pixels as the maps of a convolutional network, layer by layer, and the share of each of ten classes, largest for ${readAs(reading.shares)}. ${strongest} ${finding(reading, known)}`;
  }

  dispose(): void {
    this.gone = true;
    this.stage.root.removeEventListener('keydown', this.onKey);
    void this.opened?.then(
      ({ reader, scope }) => {
        reader.release();
        scope.release();
      },
      () => undefined,
    );
    this.picture.dispose();
  }

  readonly clear = (): void => {
    this.stage.edit({ digit: blank }, true);
  };

  /** The next digit of those held out. */
  readonly another = (): void => {
    void this.opened?.then(({ digits: { heldOut } }) => {
      const next = ((positionOf(heldOut, this.digit) ?? -1) + 1) % heldOut.labels.length;
      if (!this.gone) this.stage.edit({ digit: digitAt(heldOut, next) }, true);
    });
  };

  readonly toggle = (row: number, column: number): void => {
    this.stage.edit({ digit: toggled(this.digit, row, column) }, true);
  };

  readonly point = (pixel: number | undefined): void => {
    if (pixel === this.pixel) return;
    this.pixel = pixel;
    this.picture.redraw();
  };

  readonly press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const at = ({ clientX, clientY }: PointerEvent) =>
      [(clientX - box.x) / box.width, (clientY - box.y) / box.height] as const;
    this.drawn(this.sheet.begin(at(event), this.digit), false);
    drag(
      event,
      (_dx, _dy, moved) => this.drawn(this.sheet.go(at(moved)), false),
      () => this.drawn(this.digit, true),
    );
  };

  /** The lines are seen at once, what the network makes of them as soon as it has. */
  private drawn(digit: Matrix, commit: boolean): void {
    this.digit = digit;
    this.stage.edit({ digit }, commit);
    this.picture.redraw();
  }

  private async open(): Promise<Opened> {
    const scope = this.stage.compute.scope();
    try {
      const [digits, weights] = await Promise.all([fetchDigits(), loadWeights('digits')]);
      const reader = new Reader(scope, weights);
      // What follows is timed: its kernels are compiled by then.
      reader.run(this.digit);
      await scope.finished();
      return { digits, scope, reader };
    } catch (error) {
      scope.release();
      this.opened = undefined;
      throw error;
    }
  }

  /** The map pointed at last; until then the strongest of the first layer. */
  private mapShown({ maps }: Reading): MapAt {
    return this.map ?? { layer: 'first', index: strongestOf(maps.first) };
  }

  private readonly onPointer = (event: PointerEvent): void => {
    const map = this.layout && mapAt(this.layout, this.picture.at(event));
    if (map) this.pointAt(map);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const { shown, layout } = this;
    if (!shown || !layout || event.target !== this.stage.root) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = mapByKey(layout, this.mapShown(shown.reading), event.key);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    this.pointAt(to);
  };

  private pointAt(map: MapAt): void {
    if (map.layer === this.map?.layer && map.index === this.map.index) return;
    this.map = map;
    this.picture.redraw();
  }
}

function knownAs({ training, heldOut }: Digits, digit: Matrix): Known | undefined {
  for (const set of [heldOut, training]) {
    const position = positionOf(set, digit);
    if (position !== undefined) return { label: set.labels[position], heldOut: set === heldOut };
  }
  return undefined;
}
