import {
  html,
  integer,
  nothing,
  show,
  showShort,
  svg,
  type Compute,
  type Field,
  type ScaleReport,
  type ScaleStage,
} from '../../../src/author';
import { basinColour, basinRamp } from './basin-colours';
import { beginBasins, checkBasins, median, runBasins, sharesOf, STEPS } from './basins-run';
import { goalsOf } from './goals';
import type { Landscape, Position } from './landscape';
import { MapFrame } from './map-frame';
import { Mode } from './mode';
import { CALL_STEPS, type ScaleGivens } from './settings';
import { surfaceNames } from './surfaces';

/** Walkers along each side of the map. */
const SIDE = { hardware: 512, software: 256, cpu: 192 } as const;

interface Shown {
  readonly givens: ScaleGivens;
  readonly landscape: Landscape;
  readonly goals: readonly Position[];
  readonly side: number;
  readonly scope: Compute & { release(): void };
  /** What the map is painted from on this device. */
  readonly data: Field['data'];
  /** Share of the walkers in each basin; then of those still under way, and of those diverged. */
  readonly shares: readonly number[];
  /** Steps that the median walker takes to arrive; NaN where none does. */
  readonly medianTime: number;
}

/** Where a walker ends that begins at a pixel, and how soon. */
export class BasinsMode extends Mode {
  private readonly frame: MapFrame;
  private shown: Shown | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    super();
    this.frame = new MapFrame(stage);
  }

  protected async compute(
    givens: ScaleGivens,
    landscape: Landscape,
    signal: AbortSignal,
  ): Promise<ScaleReport> {
    const { stage } = this;
    const goals = goalsOf(landscape);
    const scope = stage.compute.scope();
    try {
      const side = SIDE[scope.adapter];
      const tensors = beginBasins(scope, landscape, side);
      const watch = { progress: (part: number) => stage.progress(part), signal };
      await scope.finished();
      const started = stage.clock.now();
      await runBasins(scope, givens, landscape, tensors, watch);
      const elapsed = stage.clock.now() - started;
      const agreement = await checkBasins(scope, givens, landscape);
      const [basin, taken, shade] = await scope.readAll([
        tensors.basin,
        tensors.taken,
        tensors.shade,
      ]);
      signal.throwIfAborted();
      this.shown?.scope.release();
      this.shown = {
        givens,
        landscape,
        goals,
        side,
        scope,
        data: scope.gpu ? tensors.shade : shade,
        shares: sharesOf(basin, goals.length),
        medianTime: median(taken.filter((_, i) => basin[i] >= 0)),
      };
      await this.paint();
      return {
        count: side * side * STEPS,
        unit: 'walker steps',
        elapsed,
        agreement,
        finding: this.says(this.shown),
        details: `Borders are chaotic: only the first ${CALL_STEPS} steps are compared.`,
      };
    } catch (error) {
      scope.release();
      throw error;
    }
  }

  resize(): Promise<void> {
    return this.paint();
  }

  describe(): string {
    const { shown } = this;
    if (!shown) return 'The map of basins is being computed.';
    const { givens, goals, shares } = shown;
    const list = goals.map((position, k) => `${percent(shares[k])} end at ${nameOf(position)}`);
    return `Map of the ${surfaceNames[givens.surface]} surface: each pixel is a walker that begins there, coloured by where it ends, darker the later. ${list.join(', ')}; ${percent(shares[goals.length])} are still under way after ${STEPS} steps, ${percent(shares[goals.length + 1])} have diverged.`;
  }

  dispose(): void {
    this.shown?.scope.release();
    this.shown = undefined;
    this.frame.dispose();
  }

  private async paint(): Promise<void> {
    const { shown, stage, frame } = this;
    if (!shown) return;
    const { landscape, goals, side, data, shares } = shown;
    const { square } = landscape;
    await frame.paint({
      x: { domain: [square.left, square.right], label: 'x' },
      y: { domain: [square.bottom, square.top], label: 'y' },
      field: {
        ...{ width: side, height: side, data },
        ...{ domain: [-2, goals.length], ramp: basinRamp(goals.length, stage.dark) },
      },
      over: (map) =>
        svg`${goals.map(
          ({ x, y }) => svg`<circle class="goal" cx=${map.x(x)} cy=${map.y(y)} r="5" />`,
        )}`,
      // Two lines, and at most six ends in two columns.
      below: 140,
      notes: html`
        <p>
          Each pixel is a walker that begins there. Its colour says where it ends; the darker, the
          later.
        </p>
        <ul class="descent-legend">
          ${goals.map(
            (position, k) =>
              html`<li>
                <span class="swatch" style="background: ${basinColour(k, stage.dark)}"></span>
                ${landscape.lowest.length > 0 ? nameOf(position) : `saddle ${nameOf(position)}`}
                <b>${percent(shares[k])}</b>
              </li>`,
          )}
          ${[
            ['still under way', goals.length, 'var(--surface)'],
            ['diverged', goals.length + 1, 'var(--ink-soft)'],
          ].map(([text, k, colour]) =>
            shares[k as number] > 0
              ? html`<li>
                  <span class="swatch" style="background: ${colour}"></span>${text}
                  <b>${percent(shares[k as number])}</b>
                </li>`
              : nothing,
          )}
        </ul>
      `,
    });
  }

  private says({ givens, shares, goals, medianTime }: Shown): string {
    const arrived = shares.slice(0, goals.length).reduce((a, b) => a + b, 0);
    const speed = Number.isFinite(medianTime)
      ? `, half of them by step ${show(medianTime, integer)}`
      : '';
    const lost = shares[goals.length + 1];
    return `At lr ${showShort(givens.lr)} ${percent(arrived)} of the walkers arrive${speed}, ${lost > 0 ? percent(lost) : 'none'} diverge.`;
  }
}

/** One decimal, so that what is left over is not lost in rounding: `99.8 %`, `25 %`. */
const percent = (share: number): string => `${(100 * share).toFixed(1).replace(/\.0$/, '')} %`;

const nameOf = ({ x, y }: Position): string => `(${showShort(x)}, ${showShort(y)})`;
