import basins from '../../../shaders/basins';
import { stateLength } from '../../../shaders/lib/optimizer-blocks';
import {
  compareWithTwin,
  html,
  KernelError,
  nothing,
  paintField,
  show,
  showShort,
  svg,
  type Compute,
  type ScaleReport,
  type ScaleStage,
  type Tensor,
} from '../../../src/author';
import { basinColour, basinRamp } from './basin-colours';
import type { Landscape, Place } from './landscape';
import { MapFrame } from './map-frame';
import type { Mode } from './mode';
import { optimizers } from './model';
import {
  A_DISPATCH,
  aborted,
  correctionsAfter,
  optimizerSettings,
  PIECE,
  type ScaleGivens,
} from './settings';
import { surfaceNames, type Square } from './surfaces';

/** Walkers along each side of the map. */
const SIDE = { hardware: 512, software: 256, cpu: 192 } as const;
const STEPS = 256;
const CHECKED_SIDE = 16;
const CHECKED_STEPS = 8;
/** Within this share of the square's width a walker has arrived. */
const ARRIVED = 0.02;

type Tensors = Record<'places' | 'state' | 'basin' | 'taken' | 'shade', Tensor>;

interface Shown {
  readonly givens: ScaleGivens;
  readonly landscape: Landscape;
  readonly goals: readonly Place[];
  readonly side: number;
  readonly scope: Compute & { release(): void };
  readonly tensors: Tensors;
  /** Share of the walkers in each basin; then of those still under way, and of those gone. */
  readonly shares: readonly number[];
  /** Steps that the middling walker takes to arrive; NaN where none does. */
  readonly middling: number;
}

/** Where a walker ends that begins at a pixel, and how soon. */
export class BasinsMode implements Mode {
  private readonly frame: MapFrame;
  private shown: Shown | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.frame = new MapFrame(stage);
  }

  async update(
    givens: ScaleGivens,
    landscape: Landscape,
    signal: AbortSignal,
  ): Promise<ScaleReport> {
    const { stage } = this;
    const goals = goalsOf(landscape);
    const scope = stage.compute.scope();
    try {
      const side = SIDE[scope.adapter];
      const tensors = this.begin(scope, landscape, goals, side);
      const started = stage.clock.now();
      await this.run(scope, givens, landscape, tensors, goals, signal);
      const elapsed = stage.clock.now() - started;
      const agreement = await this.check(scope, givens, landscape, goals);
      const [basin, taken] = await Promise.all(
        [tensors.basin, tensors.taken].map((tensor) => scope.read(tensor)),
      );
      if (signal.aborted) throw aborted();
      this.shown?.scope.release();
      this.shown = {
        givens,
        landscape,
        goals,
        side,
        scope,
        tensors,
        shares: sharesOf(basin, goals.length),
        middling: middle(taken.filter((_, i) => basin[i] >= 0)),
      };
      await this.paint();
      return {
        count: side * side * STEPS,
        unit: 'walker steps',
        elapsed,
        agreement,
        says: this.says(this.shown),
      };
    } catch (error) {
      scope.release();
      throw error;
    }
  }

  resize(): void {
    void this.paint();
  }

  describe(): string {
    const { shown } = this;
    if (!shown) return 'The map of basins is being computed.';
    const { givens, goals, shares } = shown;
    const list = goals.map((place, k) => `${percent(shares[k])} end at ${nameOf(place)}`);
    return `Map of the ${surfaceNames[givens.surface]} surface: each pixel is a walker that begins there, coloured by where it ends, darker the later. ${list.join(', ')}; ${percent(shares[goals.length])} are still under way after ${STEPS} steps, ${percent(shares[goals.length + 1])} are gone.`;
  }

  dispose(): void {
    this.shown?.scope.release();
    this.shown = undefined;
    this.frame.dispose();
  }

  private begin(
    scope: Compute,
    { square }: Landscape,
    goals: readonly Place[],
    side: number,
  ): Tensors {
    const pixels = side * side;
    return {
      places: scope.upload(flat(goals)),
      state: scope.upload(pixelState(square, side)),
      basin: scope.upload(new Float32Array(pixels).fill(-1)),
      taken: scope.zeros(pixels),
      shade: scope.zeros(pixels),
    };
  }

  private async run(
    scope: Compute,
    givens: ScaleGivens,
    landscape: Landscape,
    buffers: Tensors,
    goals: readonly Place[],
    signal: AbortSignal,
  ): Promise<void> {
    const pixels = buffers.basin.length;
    let since = 0;
    for (let first = 0; first < STEPS; first += A_DISPATCH) {
      scope.run(basins, { ...callFor(givens, landscape, goals, pixels, first), buffers });
      since += pixels * A_DISPATCH;
      if (since < PIECE[scope.adapter]) continue;
      since = 0;
      await scope.finished();
      if (signal.aborted) throw aborted();
      this.stage.progress(first / STEPS);
    }
    await scope.finished();
    if (signal.aborted) throw aborted();
  }

  /** A coarse map after a few steps, against the twin. */
  private async check(
    scope: Compute,
    givens: ScaleGivens,
    landscape: Landscape,
    goals: readonly Place[],
  ) {
    const tensors = this.begin(scope, landscape, goals, CHECKED_SIDE);
    const call = callFor(givens, landscape, goals, CHECKED_SIDE ** 2, 0);
    scope.run(basins, { ...call, buffers: tensors });
    const running = await scope.read(tensors.state, 0, 2 * CHECKED_SIDE ** 2);
    const twin = await scope.twin(basins, {
      ...call,
      buffers: {
        places: flat(goals),
        state: pixelState(landscape.square, CHECKED_SIDE),
        basin: new Float32Array(CHECKED_SIDE ** 2).fill(-1),
        taken: new Float32Array(CHECKED_SIDE ** 2),
      },
    });
    return compareWithTwin(
      running,
      twin.state.slice(0, running.length),
      basins.bound,
      `coordinates of ${CHECKED_SIDE ** 2} walkers after ${CHECKED_STEPS} steps`,
    );
  }

  private async paint(): Promise<void> {
    const { shown, stage, frame } = this;
    if (!shown) return;
    const { landscape, goals, side, scope, tensors, shares } = shown;
    const { square } = landscape;
    frame.draw({
      x: { domain: [square.left, square.right], label: 'x' },
      y: { domain: [square.bottom, square.top], label: 'y' },
      over: (plot) =>
        svg`${goals.map(
          ({ x, y }) =>
            svg`<circle class="goal" cx=${plot.x(x)} cy=${plot.y(y)} r=${5 * stage.unit} />`,
        )}`,
      notes: html`
        <p>
          Each pixel is a walker that begins there. Its colour says where it ends; the darker, the
          later.
        </p>
        <ul class="descent-legend">
          ${goals.map(
            (place, k) =>
              html`<li>
                <span class="swatch" style="background: ${basinColour(k, stage.dark)}"></span>
                ${landscape.lowest.length > 0 ? nameOf(place) : `saddle ${nameOf(place)}`}
                <b>${percent(shares[k])}</b>
              </li>`,
          )}
          ${[
            ['still under way', goals.length, 'var(--surface)'],
            ['gone', goals.length + 1, 'var(--ink-soft)'],
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
    await paintField(
      frame.canvasHost,
      {
        width: side,
        height: side,
        data: tensors.shade,
        domain: [-2, goals.length],
        ramp: basinRamp(goals.length, stage.dark),
      },
      scope,
      { width: frame.side, height: frame.side },
    );
  }

  private says({ givens, shares, goals, middling }: Shown): string {
    const arrived = shares.slice(0, goals.length).reduce((a, b) => a + b, 0);
    const speed = Number.isFinite(middling) ? `, the middling one in ${show(middling)} steps` : '';
    return `${percent(arrived)} of the walkers arrive${speed}, with ${optimizers[givens.optimizer]} and lr ${showShort(givens.lr)}. The borders are chaotic: near them rounding decides, so only the first ${CHECKED_STEPS} steps are compared with the twin.`;
  }
}

/** The lowest places, or the saddle where there are none. */
export function goalsOf({ lowest, saddle }: Landscape): readonly Place[] {
  if (lowest.length > 0) return lowest;
  if (saddle) return [saddle];
  throw new KernelError(
    'this surface has no lowest place in the square that is shown, so there is nothing to arrive at',
  );
}

export const flat = (places: readonly Place[]): Float32Array =>
  Float32Array.from(places.flatMap(({ x, y }) => [x, y]));

/** One walker in the middle of each pixel, the first row at the top. */
function pixelState({ left, right, bottom, top }: Square, side: number): Float32Array {
  const pixels = side * side;
  const state = new Float32Array(stateLength(pixels));
  for (let i = 0; i < pixels; i += 1) {
    state[i] = left + (((i % side) + 0.5) / side) * (right - left);
    state[pixels + i] = top - ((Math.floor(i / side) + 0.5) / side) * (top - bottom);
  }
  return state;
}

const callFor = (
  givens: ScaleGivens,
  { formula, square }: Landscape,
  goals: readonly Place[],
  pixels: number,
  first: number,
) => ({
  dimensions: { pixels, attractors: goals.length },
  knobs: {
    ...optimizerSettings(givens),
    ...correctionsAfter(givens, first),
    steps: A_DISPATCH,
    first,
    radius: ARRIVED * (square.right - square.left),
    half: 24,
  },
  slots: { surface: formula },
});

function sharesOf(basin: ArrayLike<number>, count: number): number[] {
  const shares = new Array<number>(count + 2).fill(0);
  for (let i = 0; i < basin.length; i += 1) {
    const k = basin[i] >= 0 ? basin[i] : count - 1 - basin[i];
    shares[k] += 1 / basin.length;
  }
  return shares;
}

function middle(numbers: ArrayLike<number>): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted.length === 0 ? NaN : sorted[Math.floor(sorted.length / 2)];
}

const percent = (share: number): string => {
  const text = (100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0);
  return `${text} %`;
};

const nameOf = ({ x, y }: Place): string => `(${showShort(x)}, ${showShort(y)})`;
