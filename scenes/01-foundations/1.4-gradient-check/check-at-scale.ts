import {
  HeatPicture,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import type { Checkable } from './checkable';
import { drawCheck, gridOf, SHOWN, type Shown } from './check-frame';
import { describeCheck, percent, sayCheck } from './check-words';
import { openConvolutional } from './convolutional';
import { differencesOf, upAndDown } from './differences';
import { fields } from './layers-field';
import { BAR, bugOf, type ScaleGivens } from './settings';
import { openTanh } from './tanh';
import { measureValley, type Depth } from './valley';
import { compare, floorOf, judge } from './verdict';
import './scale.css';

/** What stays the same while ε is dragged. */
interface Prepared {
  readonly key: string;
  readonly network: Checkable;
  readonly backprop: Float32Array;
  readonly valley: readonly Depth[];
}

const openers = { tanh: openTanh, digits: openConvolutional };

/** Every gradient of a network against central differences, and a bug that the reader looks for. */
export class CheckAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: HeatPicture<Shown>;
  private prepared: Prepared | undefined;
  private suspect: number | undefined;
  /** What the picture that stands was computed for, and what was said of it. */
  private told: { readonly about: string; readonly report: ScaleReport } | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new HeatPicture(stage, {
      grid: gridOf,
      draw: (shown, pointed, frame) => drawCheck(shown, pointed, frame, stage),
      press: (cell) => {
        const { shown } = this.picture;
        this.suspect = shown && fields[shown.values.network].meant(shown.errors, cell);
        stage.again();
      },
    });
  }

  async update(values: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const about = [values.network, values.samples, values.bug, values.eps32].join();
    if (this.told?.about === about && this.picture.shown) return this.retell(this.told.report);
    const { stage } = this;
    const work = stage.compute.scope(signal);
    try {
      const { network, backprop, valley } = await this.prepare(values, signal);
      const moves = upAndDown([...backprop.keys()], values.eps32);
      const started = stage.clock.now();
      const progress = (share: number): void => stage.progress(share);
      const losses = await network.losses(work, moves, { progress, signal });
      const elapsed = stage.clock.now() - started;
      const agreement = await network.check(work, moves, losses);
      signal.throwIfAborted();
      const compared = compare(backprop, differencesOf(moves, losses));
      const checked = {
        ...compared,
        values,
        valley,
        verdict: judge(compared),
        suspect: this.suspect,
      };
      const tensor = stage.compute.upload(
        fields[values.network].numbers(compared.errors, SHOWN[0]),
      );
      await this.picture.show({ ...checked, tensor });
      const report = {
        count: moves.length,
        unit: 'losses',
        elapsed,
        agreement,
        finding: sayCheck(checked),
        details: `A gradient that passes, off by up to ${percent(BAR)}, has no colour. Errors are shares of the larger of the two gradients, or of a tenth of their root mean square (${floorOf(backprop).toPrecision(2)}) where both are smaller: a difference of two losses in float32 cannot see less.`,
      };
      this.told = { about, report };
      return report;
    } finally {
      work.release();
    }
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    const { shown } = this.picture;
    return shown ? describeCheck(shown) : 'The gradients are being checked.';
  }

  dispose(): void {
    this.picture.dispose();
  }

  /** The same check, with another suspect. */
  private retell(report: ScaleReport): ScaleReport {
    const shown = { ...this.picture.shown!, suspect: this.suspect };
    this.picture.restate(shown);
    return { ...report, finding: sayCheck(shown) };
  }

  /** Draws the network, and what does not depend on the reader's ε. */
  private async prepare(values: ScaleGivens, signal: AbortSignal): Promise<Prepared> {
    const key = [values.network, values.samples, values.bug].join();
    if (this.prepared?.key === key) return this.prepared;
    const work = this.stage.compute.scope(signal);
    try {
      const network = await openers[values.network](values.samples);
      const bug = bugOf(values);
      const backprop = await network.gradients(work, bug);
      const valley = await measureValley(work, network, backprop, { bug, watch: { signal } });
      this.suspect = undefined;
      this.prepared = { key, network, backprop, valley };
      return this.prepared;
    } finally {
      work.release();
    }
  }
}
