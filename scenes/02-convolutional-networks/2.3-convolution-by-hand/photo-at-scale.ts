import {
  drag,
  ScalePicture,
  type Compute,
  type Field,
  type Matrix,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { paintBank } from './bank';
import { effectOf } from './effect';
import { filterNames, prepare, tapsOf, type Filter, type Prepared } from './filters';
import { agreement, filter, load, type Loaded } from './filtering';
import { Intake } from './intake';
import { drawPhoto, type PhotoEvents } from './photo-frame';
import './photo.css';
import { BadPicture, sayScaled, workingSize, type Picture, type Source } from './pictures';
import { drawScaled } from './planes';
import type { ScaleGivens } from './settings';
import { shelfOf, type Shelf } from './shelf';

const count = (x: number): string => x.toLocaleString('en');
const sides = (width: number, height: number): string =>
  `${count(width)}\u00a0×\u00a0${count(height)}`;

/** A photograph before and after a filter, on the device of its stage. */
export class PhotoAtScale implements ScaleView<ScaleGivens>, PhotoEvents {
  private readonly shelf: Shelf;
  private readonly before = document.createElement('canvas');
  private readonly view: ScalePicture;
  private readonly intake: Intake;
  private values: ScaleGivens | undefined;
  /** The last picture that could be shown. */
  private picture: Picture | undefined;
  /** The same on the device; the drawing is loaded anew after every stroke. */
  private loaded: (Loaded & { picture: Picture; release(): void }) | undefined;
  /** What the small pictures of all filters are of. */
  private banked: { readonly loaded: Loaded; readonly flip: boolean } | undefined;
  /** The picture filtered, as it was painted last. */
  private after: Field | undefined;
  private note = '';
  private says = '';
  private busy = false;
  private strokes = 0;
  private loadedStrokes = 0;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.shelf = shelfOf(stage.root);
    this.view = new ScalePicture(stage, (frame) => {
      const { values, before, after, note, picture } = this;
      if (!values || !picture) return undefined;
      const { source, filter } = values;
      return drawPhoto(
        {
          ...{ source, filter, before, after, note },
          taps: tapsOf(filter, values.taps),
          divide: this.shelf.divide,
          cameraOn: this.intake.cameraOn,
        },
        frame,
        this,
      );
    });
    this.intake = new Intake(stage.root, this.shelf, {
      brought: (source) => this.brought(source),
      refused: (sentence) => {
        this.note = sentence;
        this.view.redraw();
      },
      changed: () => void this.view.redraw(),
      video: () => this.part<HTMLVideoElement>('.photo-video'),
    });
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    this.values = values;
    this.busy = true;
    if (values.source !== 'camera') this.intake.closeCamera();
    try {
      const loaded = await this.bringUp(values, signal);
      const prepared = prepare(tapsOf(values.filter, values.taps), values.flip);
      return await this.compute(loaded, prepared, values, signal);
    } finally {
      if (!signal.aborted) this.busy = false;
      if (!signal.aborted && this.strokes !== this.loadedStrokes) this.stage.again();
    }
  }

  /** While it is being computed, there is nothing to paint from yet. */
  resize(): void | Promise<void> {
    if (this.busy || !this.loaded) this.view.redraw();
    else return this.view.paint();
  }

  describe(): string {
    return this.says;
  }

  dispose(): void {
    this.intake.dispose();
    this.loaded?.release();
    this.loaded = undefined;
    this.view.dispose();
  }

  readonly choose = (filter: Filter): void => this.stage.edit({ filter }, true);

  readonly weigh = (taps: Matrix, commit: boolean): void =>
    this.stage.edit({ filter: 'own', taps }, commit);

  readonly bring = (file: File | undefined): void => void this.intake.bring(() => file);

  readonly startCamera = (): void => void this.intake.startCamera();

  readonly takePicture = (): void => void this.intake.takePicture();

  private part<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.view.root.querySelector<E>(selector)!;
  }

  /** The picture of these givens on the device; the last good one where there is none to be had. */
  private async bringUp(values: ScaleGivens, signal: AbortSignal): Promise<Loaded> {
    let picture: Picture;
    try {
      picture = await this.shelf.take(values.source);
      this.note = '';
    } catch (error) {
      if (!(error instanceof BadPicture)) throw error;
      this.note = error.message;
      picture = this.picture ?? (await this.shelf.take('astronaut'));
    }
    signal.throwIfAborted();
    this.picture = picture;
    const size = workingSize(picture, values.size);
    this.note ||= sayScaled(picture, size);
    const { loaded } = this;
    const same =
      loaded?.picture === picture &&
      loaded.width === size.width &&
      loaded.height === size.height &&
      this.strokes === this.loadedStrokes;
    return same ? loaded : this.load(picture, size, signal);
  }

  private async load(
    picture: Picture,
    size: { width: number; height: number },
    signal: AbortSignal,
  ): Promise<Loaded> {
    this.loaded?.release();
    this.loaded = undefined;
    this.loadedStrokes = this.strokes;
    const scope = this.stage.compute.scope();
    try {
      const context = drawScaled(this.before, picture.image, size);
      const pause = async (): Promise<void> => {
        await new Promise<void>((resume) => this.stage.clock.after(0, resume));
        signal.throwIfAborted();
      };
      const loaded = await load(scope, context, (part) => this.stage.progress(part / 2), pause);
      this.loaded = { ...loaded, picture, release: () => scope.release() };
      this.view.redraw();
      return this.loaded;
    } catch (error) {
      scope.release();
      throw error;
    }
  }

  private async compute(
    loaded: Loaded,
    prepared: Prepared,
    values: ScaleGivens,
    signal: AbortSignal,
  ): Promise<ScaleReport> {
    const { stage } = this;
    const { width, height, filtered } = loaded;
    const scope = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      await filter(scope, loaded, prepared, (part) => stage.progress(0.5 + part / 2));
      const elapsed = stage.clock.now() - started;
      const { domain } = prepared;
      this.after = { width, height, data: filtered, domain, ramp: 'rgb' };
      await this.view.paint();
      await this.bank(scope, loaded, values.flip);
      const checked = await agreement(scope, loaded, prepared);
      // Green is most of what brightness is.
      const [was, is] = await scope.readAll(
        [loaded.image, filtered].map((plane) => [plane, width * height, width * height]),
      );
      const effect = effectOf(was, is, width, prepared);
      const finding = `${this.titleOf(loaded, prepared, values)}: ${effect}.`;
      this.says = `${finding} ${prepared.says}`;
      return {
        count: width * height,
        unit: width * height === 1 ? 'pixel' : 'pixels',
        elapsed,
        agreement: checked,
        finding,
        details: `${prepared.says} What is said of the pixels is measured in their green.`,
      };
    } finally {
      scope.release();
    }
  }

  /** All filters on the middle of the picture; again only where the picture is another. */
  private async bank(scope: Compute, loaded: Loaded, flip: boolean): Promise<void> {
    if (this.banked?.loaded === loaded && this.banked.flip === flip) return;
    await paintBank(scope, loaded.context, flip, (name) => this.part(`[data-filter="${name}"]`));
    this.banked = { loaded, flip };
  }

  private titleOf({ width, height }: Loaded, { size }: Prepared, values: ScaleGivens): string {
    const name = this.picture?.name ?? '';
    const capital = name.charAt(0).toUpperCase() + name.slice(1);
    const turned = values.flip ? ', turned by 180° since flip is on' : '';
    return `${capital}, ${sides(width, height)} pixels, through ${filterNames[values.filter]}, ${sides(size, size)}${turned}`;
  }

  /** Shows what the reader has just put on the shelf. */
  private brought(source: Source): void {
    if (this.values?.source === source) this.stage.again();
    else this.stage.edit({ source }, true);
  }

  readonly moveDivide = (to: number): void => {
    this.shelf.divide = Math.min(1, Math.max(0, to));
    this.view.redraw();
  };

  /** A press on the divide, or anywhere on a photograph, moves it; on the paper it draws. */
  readonly press = (event: PointerEvent): void => {
    if (event.button !== 0 || this.intake.cameraOn) return;
    const pair = this.part('.photo-pair');
    const onDivide = (event.target as Element).classList.contains('photo-divide');
    const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
      const box = pair.getBoundingClientRect();
      return [(clientX - box.x) / box.width, (clientY - box.y) / box.height];
    };
    if (this.values?.source === 'drawing' && !onDivide) return this.drawFrom(event, at);
    this.moveDivide(at(event)[0]);
    drag(
      event,
      (_dx, _dy, moved) => this.moveDivide(at(moved)[0]),
      () => this.part('.photo-divide').focus({ preventScroll: true }),
    );
  };

  private drawFrom(start: PointerEvent, at: (event: PointerEvent) => [number, number]): void {
    let from = at(start);
    const strokeTo = (to: [number, number]): void => {
      this.shelf.drawing.stroke(from, to);
      from = to;
      this.drawn();
    };
    strokeTo(from);
    drag(
      start,
      (_dx, _dy, moved) => strokeTo(at(moved)),
      () => undefined,
    );
  }

  /** The paper changed: filtered as soon as what is being computed is done. */
  private drawn(): void {
    this.strokes += 1;
    const { width, height } = this.before;
    const { image } = this.shelf.drawing.picture;
    this.before.getContext('2d')?.drawImage(image, 0, 0, width, height);
    if (!this.busy) this.stage.again();
  }

  readonly clear = (): void => {
    this.shelf.drawing.clear();
    this.drawn();
  };
}
