import {
  html,
  paintField,
  ramps,
  render,
  type Compute,
  type Domain,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Tensor,
} from '../../../src/author';
import { againstFloat64, readTrees, type Errors, type Nodes } from './against-float64';
import { drawErrors } from './error-bars';
import { LARGEST } from './naive';
import type { ScaleGivens } from './settings';
import { scaleLayout, strips } from './scale-layout';
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
  private readonly root = document.createElement('div');
  private computed: Computed | undefined;
  private walk: Walk | undefined;
  private tick = 0;
  private readonly pointer: NodePointer;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.root.className = 'softmax-at-scale';
    this.pointer = new NodePointer(stage.root, this.root, this, () => this.render());
    stage.root.append(this.root);
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
      await this.paint();
      const errors = await this.check(computed, scores, tile, signal);
      this.computed = { ...computed, errors };
      scores.release();
      this.render();
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
    return this.trees && nodeAt(this.layout, this.trees, x, y);
  }

  duration({ count, tile }: ScaleGivens): number {
    return ticksOf(walkOf(count, tile));
  }

  draw(t: number): void {
    this.tick = t;
    this.render();
  }

  resize(): Promise<void> {
    this.render();
    return this.paint();
  }

  describe(): string {
    const { computed, walk } = this;
    if (!computed || !walk) return 'The scores are being drawn and streamed.';
    const levels = computed.online.map(({ count }) => number(count)).join(', ');
    const result = computed.errors ? sayResult(computed.trees, computed.errors) : '';
    return `${number(computed.count)} scores in ${number(computed.online[0].count)} tiles, merged 16 at a time: ${levels}. ${result} Flash attention over ${number(walk.tokens)} tokens: ${number(tilesDone(walk, this.tick))} of ${number(walk.tiles)} tiles walked; keeping all scores takes ${memory(walk.naive)}, one tile with m and l of each row takes ${memory(walk.flash)}.`;
  }

  dispose(): void {
    this.computed?.scope.release();
    this.computed = undefined;
    this.pointer.dispose();
    this.root.remove();
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
    this.render();
  }

  private get layout() {
    const { width, height, unit } = this.stage;
    return scaleLayout(width, height, unit);
  }

  private render(): void {
    const { computed, walk, layout } = this;
    if (!computed || !walk) return;
    const { unit } = layout;
    const { trees, domain, errors } = computed;
    const boxes = [layout.online, layout.naive].flatMap((box) => strips(box, trees.length, unit));
    render(
      html`<svg class="picture" width=${layout.width} height=${layout.height}>
          ${drawTrees(layout, trees, domain, this.pointer.node, this.stage.dark)}
          ${drawWalk(walk, this.tick, layout.walk, unit)} ${drawErrors(errors, layout.errors, unit)}
        </svg>
        ${boxes.map(
          ({ x, y, width, height }) =>
            html`<div
              class="strip"
              style="left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px"
            ></div>`,
        )}`,
      this.root,
    );
  }

  /** Paints every level of both trees from the device's own numbers. */
  private async paint(): Promise<void> {
    const { computed, stage } = this;
    if (!computed) return;
    const hosts = [...this.root.querySelectorAll<HTMLElement>('.strip')];
    const { online, naive, domain, scope, trees } = computed;
    const ramp = ramps(stage.dark).sequential;
    const usual = finiteMean(trees[0].sums);
    const fields = [
      ...online.map(({ count, m }) => ({ width: count, data: m, domain })),
      // Every level on its own scale, twice its mean: sums grow with what they sum.
      ...naive.map(({ count, sums }) => ({
        width: count,
        data: sums,
        domain: [0, Math.min(LARGEST, 2 * usual * (online[0].count / count))] as const,
      })),
    ];
    await Promise.all(
      fields.map((field, i) =>
        paintField(hosts[i], { ...field, height: 1, ramp }, scope, {
          width: Math.max(1, Math.round(hosts[i].clientWidth)),
          height: Math.max(1, Math.round(hosts[i].clientHeight)),
        }),
      ),
    );
  }
}

const number = (n: number): string => n.toLocaleString('en');
