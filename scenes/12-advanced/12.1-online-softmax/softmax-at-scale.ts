import {
  ramps,
  ScalePicture,
  svg,
  type Compute,
  type Domain,
  type Heatmap,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Tensor,
} from '../../../src/author';
import { againstFloat64, readTrees, type Errors, type Nodes } from './against-float64';
import { drawErrors } from './error-bars';
import { LARGEST } from './naive';
import type { ScaleGivens } from './settings';
import { scaleLayout, strips, type ScaleLayout } from './scale-layout';
import {
  drawScores,
  streamNaively,
  streamOnline,
  warmUp,
  type Level,
  type NaiveLevel,
} from './streaming';
import { NodePointer, type Ground } from './node-pointer';
import { finiteMean, rangeOf, sayResult } from './summary';
import { drawWalk, memory, ticksOf, tilesDone, walkOf, type Walk } from './tile-walk';
import { drawTrees, nodeAt, type Node } from './trees';
import './scale.css';

/** What an update leaves behind: the numbers on the device, and what was read of them. */
interface Computed {
  readonly scope: Compute & { release(): void };
  readonly count: number;
  readonly online: readonly Level[];
  readonly naive: readonly NaiveLevel[];
  readonly trees: readonly Nodes[];
  /** Smallest and largest m of a tile. */
  readonly domain: Domain;
  readonly errors?: Errors;
}

/** Shares of the work, for the progress bar: drawing the scores, streaming them, checking them. */
const DRAWN = 0.3;
const STREAMED = 0.4;

/** The scores streamed and merged as a tree, naively beside it, and the walk of flash attention. */
export class SoftmaxAtScale implements ScaleView<ScaleGivens>, Ground {
  private readonly picture: ScalePicture;
  private readonly pointer: NodePointer;
  private layout: ScaleLayout | undefined;
  private computed: Computed | undefined;
  private walk: Walk | undefined;
  private tick = 0;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) => this.drawing(frame));
    this.pointer = new NodePointer(this.picture, stage.root, this);
  }

  async update({ count, tile, spread }: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const scope = stage.compute.scope();
    const drop = (): void => scope.release();
    signal.addEventListener('abort', drop);
    try {
      const scores = await drawScores(scope, count, spread, (part) => stage.progress(part * DRAWN));
      await warmUp(scope);
      const started = stage.clock.now();
      const online = streamOnline(scope, scores, tile);
      await scope.finished();
      const elapsed = stage.clock.now() - started;
      const naive = streamNaively(scope, scores, tile);
      const trees = await readTrees(scope, online, naive);
      stage.progress(STREAMED);
      const computed = { scope, count, online, naive, trees, domain: rangeOf(trees[0].m) };
      // What is shown from here on stays, even when something newer comes.
      signal.removeEventListener('abort', drop);
      this.replace(computed, walkOf(count, tile));
      await this.picture.paint();
      const errors = await this.check(computed, scores, tile, signal);
      this.computed = { ...computed, errors };
      scores.release();
      this.picture.redraw();
      return {
        count,
        unit: 'scores',
        elapsed,
        agreement: errors.agreement,
        finding: sayResult(trees, errors),
      };
    } catch (error) {
      if (this.computed?.scope !== scope) scope.release();
      throw error;
    } finally {
      signal.removeEventListener('abort', drop);
    }
  }

  /** What the pointer and the arrow keys move over. */
  get trees(): readonly Nodes[] | undefined {
    return this.computed?.trees;
  }

  nodeAt(x: number, y: number): Node | undefined {
    return this.layout && this.trees && nodeAt(this.layout, this.trees, x, y);
  }

  duration({ count, tile }: ScaleGivens): number {
    return ticksOf(walkOf(count, tile));
  }

  draw(t: number): void {
    this.tick = t;
    this.picture.redraw();
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    const { computed, walk } = this;
    if (!computed || !walk) return 'The scores are being drawn and streamed.';
    const levels = computed.online.map(({ count }) => number(count)).join(', ');
    const result = computed.errors ? sayResult(computed.trees, computed.errors) : '';
    return `${number(computed.count)} scores in ${number(computed.online[0].count)} tiles, merged 16 at a time: ${levels}. ${result} Flash attention over ${number(walk.tokens)} tokens: ${number(tilesDone(walk, this.tick))} of ${number(walk.tiles)} tiles walked; keeping all scores takes ${memory(walk.naive)}, one tile with m and ℓ of each row takes ${memory(walk.flash)}.`;
  }

  dispose(): void {
    this.computed?.scope.release();
    this.computed = undefined;
    this.pointer.dispose();
    this.picture.dispose();
  }

  private check(
    { scope, trees }: Computed,
    scores: Tensor,
    tile: number,
    signal: AbortSignal,
  ): Promise<Errors> {
    return againstFloat64(scope, scores, tile, trees, (part) => {
      signal.throwIfAborted();
      this.stage.progress(STREAMED + part * (1 - STREAMED));
    });
  }

  private replace(computed: Computed, walk: Walk): void {
    this.computed?.scope.release();
    this.computed = computed;
    this.walk = walk;
    this.pointer.node = undefined;
    this.tick = Math.min(this.tick, ticksOf(walk));
  }

  private drawing(frame: ScaleFrame): ScaleDrawing | undefined {
    const { computed, walk } = this;
    if (!computed || !walk) return undefined;
    const layout = (this.layout = scaleLayout(frame.width, frame.height));
    const { trees, domain, errors } = computed;
    return {
      height: layout.height,
      heatmaps: this.levels(computed, layout, frame),
      content: svg`${drawTrees(layout, trees, domain, this.pointer.node, frame)}
        ${drawWalk(walk, this.tick, layout.walk)} ${drawErrors(errors, layout.errors, frame)}`,
    };
  }

  /** Every level of both trees, painted from the device's own numbers. */
  private levels(
    { online, naive, domain, trees }: Computed,
    layout: ScaleLayout,
    { dark }: ScaleFrame,
  ): Heatmap[] {
    const gpu = this.stage.compute.gpu !== undefined;
    const ramp = ramps(dark).sequential;
    const usual = finiteMean(trees[0].sums);
    const boxes = {
      online: strips(layout.online, trees.length),
      naive: strips(layout.naive, trees.length),
    };
    return trees.flatMap(({ m, sums }, level): Heatmap[] => {
      const { count } = online[level];
      // Every level on its own scale, twice its mean: sums grow with what they sum.
      const most = Math.min(LARGEST, 2 * usual * (online[0].count / count));
      const size = { width: count, height: 1, ramp };
      return [
        {
          box: boxes.online[level],
          field: { ...size, data: gpu ? online[level].m : m, domain },
        },
        {
          box: boxes.naive[level],
          field: { ...size, data: gpu ? naive[level].sums : sums, domain: [0, most] },
        },
      ];
    });
  }
}

const number = (n: number): string => n.toLocaleString('en');
