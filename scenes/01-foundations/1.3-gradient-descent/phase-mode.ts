import phaseDiagram from '../../../shaders/phase_diagram';
import { optimizerIndex } from '../../../shaders/lib/optimizer';
import { stateLength } from '../../../shaders/lib/optimizer-blocks';
import {
  compareWithTwin,
  cssColourAt,
  drag,
  html,
  nothing,
  paintField,
  ramps,
  show,
  svg,
  type Chart,
  type Compute,
  type ScaleReport,
  type ScaleStage,
  type SVGTemplateResult,
  type Tensor,
} from '../../../src/author';
import { flat, goalsOf } from './basins-mode';
import type { Landscape, Place } from './landscape';
import { MapFrame } from './map-frame';
import type { Mode } from './mode';
import type { Optimizer } from './model';
import { A_DISPATCH, aborted, correctionsAfter, PIECE, type ScaleGivens } from './settings';
import { surfaceNames } from './surfaces';

/** Pixels of the diagram along each side. */
const SIDE = { hardware: 512, software: 256, cpu: 192 } as const;
const STEPS = 128;
const CHECKED_SIDE = 16;
/** The learning rates and momenta shown: past the edge of stability, which is at most at lr 2. */
const LR_TOP = 2.2;
const MOMENTUM_TOP = 0.999;
/** Log growth per step at which the colours are full. */
const FULL = 0.4;

type Tensors = Record<'places' | 'state' | 'growth' | 'decided', Tensor>;

interface Shown {
  readonly givens: ScaleGivens;
  readonly landscape: Landscape;
  readonly side: number;
  readonly scope: Compute & { release(): void };
  readonly tensors: Tensors;
  readonly best: { readonly lr: number; readonly momentum: number; readonly growth: number };
}

/** Learning rate × momentum: how fast the error shrinks or grows. */
export class PhaseMode implements Mode {
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
    // What the axes set is no reason to compute the diagram again: only its mark moves.
    const scope = stage.compute.scope();
    try {
      const side = SIDE[scope.adapter];
      const tensors = begin(scope, landscape, goals, side);
      const started = stage.clock.now();
      await this.run(scope, givens, landscape, goals, side, tensors, signal);
      const elapsed = stage.clock.now() - started;
      const agreement = await this.check(scope, givens, landscape, goals);
      const growth = await scope.read(tensors.growth);
      if (signal.aborted) throw aborted();
      this.shown?.scope.release();
      this.shown = { givens, landscape, side, scope, tensors, best: bestOf(growth, side) };
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
    if (!shown) return 'The diagram is being computed.';
    const { givens, best } = shown;
    return `Diagram of learning rate, from 0 to ${LR_TOP}, by ${inertiaName(givens.optimizer)}, from 0 to ${MOMENTUM_TOP}, on the ${surfaceNames[givens.surface]} surface: blue where the error shrinks, orange where it grows. It shrinks fastest at learning rate ${show(best.lr)} and ${show(best.momentum)}, by e to the ${show(best.growth)} a step.`;
  }

  dispose(): void {
    this.shown?.scope.release();
    this.shown = undefined;
    this.frame.dispose();
  }

  private async run(
    scope: Compute,
    givens: ScaleGivens,
    landscape: Landscape,
    goals: readonly Place[],
    side: number,
    buffers: Tensors,
    signal: AbortSignal,
  ): Promise<void> {
    let since = 0;
    for (let first = 0; first < STEPS; first += A_DISPATCH) {
      scope.run(phaseDiagram, { ...callFor(givens, landscape, goals, side, first), buffers });
      since += side * side * A_DISPATCH;
      if (since < PIECE[scope.adapter]) continue;
      since = 0;
      await scope.finished();
      if (signal.aborted) throw aborted();
      this.stage.progress(first / STEPS);
    }
    await scope.finished();
    if (signal.aborted) throw aborted();
  }

  /** A coarse diagram after a few steps, against the twin. */
  private async check(
    scope: Compute,
    givens: ScaleGivens,
    landscape: Landscape,
    goals: readonly Place[],
  ) {
    const tensors = begin(scope, landscape, goals, CHECKED_SIDE);
    const call = callFor(givens, landscape, goals, CHECKED_SIDE, 0);
    scope.run(phaseDiagram, { ...call, buffers: tensors });
    const running = await scope.read(tensors.growth);
    const twin = await scope.twin(phaseDiagram, {
      ...call,
      buffers: {
        places: flat(goals),
        state: beginState(landscape, CHECKED_SIDE),
        growth: new Float32Array(CHECKED_SIDE ** 2),
        decided: new Float32Array(CHECKED_SIDE ** 2),
      },
    });
    const what = `growth rates after ${A_DISPATCH} steps`;
    return compareWithTwin(running, twin.growth, phaseDiagram.bound, what);
  }

  private async paint(): Promise<void> {
    const { shown, stage, frame } = this;
    if (!shown) return;
    const { givens, side, scope, tensors } = shown;
    const { diverging } = ramps(stage.dark);
    const domain = [-FULL, FULL] as const;
    const stops = [-1, -0.5, 0, 0.5, 1].map((x) => cssColourAt(diverging, x * FULL, domain));
    frame.draw({
      x: { domain: [0, LR_TOP], label: 'lr' },
      y: { domain: [0, MOMENTUM_TOP], label: inertiaName(givens.optimizer) },
      over: (plot) => svg`${edgeOf(givens.optimizer, plot, stage.unit)}${this.mark(plot, givens)}`,
      notes: html`
        <p>
          Each pixel is a run with its own lr and ${inertiaName(givens.optimizer)}. Press or drag to
          choose both.
        </p>
        <div class="ramp" style="background: linear-gradient(to right, ${stops.join(', ')})"></div>
        <p class="ends"><span>shrinks</span><span>holds</span><span>grows</span></p>
        <p>
          log growth of the error per step, from ${show(-FULL, { kind: 'decimals', digits: 1 })} to
          ${FULL}
        </p>
        ${
          givens.optimizer === 'sgd'
            ? html`<p>The bottom row is plain gradient descent; above it, momentum is added.</p>`
            : nothing
        }
        ${
          givens.optimizer === 'rmsprop'
            ? html`<p>RMSprop has no momentum: all rows are alike.</p>`
            : nothing
        }
      `,
      pressed: (event, plot) => this.choose(event, plot, givens),
    });
    await paintField(
      frame.canvasHost,
      { width: side, height: side, data: tensors.growth, domain, ramp: diverging },
      scope,
      { width: frame.side, height: frame.side },
    );
  }

  /** Where the reader's own learning rate and momentum stand. */
  private mark(plot: Chart, givens: ScaleGivens): SVGTemplateResult {
    const [x, y] = [plot.x(Math.min(LR_TOP, givens.lr)), plot.y(inertiaOf(givens))];
    const r = 8 * this.stage.unit;
    return svg`<g class="chosen"><circle cx=${x} cy=${y} r=${r} /><circle cx=${x} cy=${y} r=${r} /></g>`;
  }

  private choose(event: PointerEvent, plot: Chart, givens: ScaleGivens): void {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const inside = (x: number, high: number): number =>
      Number(Math.min(high, Math.max(0, x)).toFixed(3));
    const name = givens.optimizer === 'adam' ? 'beta1' : 'momentum';
    const edit = (at: PointerEvent, commit: boolean): void => {
      const lr = inside(plot.x.invert(at.clientX - box.left), LR_TOP);
      const inertia = inside(plot.y.invert(at.clientY - box.top), MOMENTUM_TOP);
      this.stage.edit(
        givens.optimizer === 'rmsprop' || givens.optimizer === 'sgd'
          ? { lr }
          : { lr, [name]: inertia },
        commit,
      );
    };
    edit(event, false);
    drag(
      event,
      (_, __, at) => edit(at, false),
      (at) => edit(at, true),
    );
  }

  private says({ best, givens }: Shown): string {
    return `The error shrinks fastest at lr ${show(best.lr)} and ${inertiaName(givens.optimizer)} ${show(best.momentum)}: by a factor of ${show(Math.exp(best.growth))} a step. Where walls and valleys bend, the edge frays: neighbouring runs part, so only the first ${A_DISPATCH} steps are compared with the twin.`;
  }
}

const inertiaName = (optimizer: Optimizer): string => (optimizer === 'adam' ? 'β₁' : 'momentum μ');

const inertiaOf = ({ optimizer, momentum, beta1 }: ScaleGivens): number => {
  if (optimizer === 'sgd' || optimizer === 'rmsprop') return 0;
  return Math.min(MOMENTUM_TOP, optimizer === 'adam' ? beta1 : momentum);
};

/** A start off the middle of the square, on no axis of symmetry. */
function startOf({ square }: Landscape): Place {
  const { left, right, bottom, top } = square;
  return { x: left + 0.22 * (right - left), y: bottom + 0.71 * (top - bottom) };
}

function beginState(landscape: Landscape, side: number): Float32Array {
  const { x, y } = startOf(landscape);
  const pixels = side * side;
  return new Float32Array(stateLength(pixels)).fill(x, 0, pixels).fill(y, pixels, 2 * pixels);
}

function begin(
  scope: Compute,
  landscape: Landscape,
  goals: readonly Place[],
  side: number,
): Tensors {
  return {
    places: scope.upload(flat(goals)),
    state: scope.upload(beginState(landscape, side)),
    growth: scope.zeros(side * side),
    decided: scope.zeros(side * side),
  };
}

function callFor(
  givens: ScaleGivens,
  landscape: Landscape,
  goals: readonly Place[],
  side: number,
  first: number,
) {
  const { optimizer, beta2, epsilon } = givens;
  const start = startOf(landscape);
  const away = goals.map(({ x, y }) => Math.hypot(x - start.x, y - start.y));
  return {
    dimensions: { columns: side, rows: side, attractors: goals.length },
    knobs: {
      // Plain gradient descent is momentum's bottom row.
      optimizer: optimizerIndex[optimizer === 'sgd' ? 'momentum' : optimizer],
      beta2,
      epsilon,
      correction2: correctionsAfter(givens, first).correction2,
      steps: A_DISPATCH,
      first,
      lr_top: LR_TOP,
      momentum_top: MOMENTUM_TOP,
      start: Math.min(10, Math.max(1e-3, ...[Math.min(...away)])),
    },
    slots: { surface: landscape.formula },
  };
}

function bestOf(growth: ArrayLike<number>, side: number): Shown['best'] {
  let at = 0;
  for (let i = 1; i < growth.length; i += 1) if (growth[i] < growth[at]) at = i;
  return {
    lr: (((at % side) + 0.5) / side) * LR_TOP,
    momentum: ((side - 0.5 - Math.floor(at / side)) / side) * MOMENTUM_TOP,
    growth: growth[at],
  };
}

/**
 * Where a parabola of curvature 2 stops being stable: lr = 1 + μ for momentum, (1 + μ)/(1 + 2μ) for
 * Nesterov's form of it. The others have no such line.
 */
function edgeOf(
  optimizer: Optimizer,
  plot: Chart,
  unit: number,
): SVGTemplateResult | typeof nothing {
  if (optimizer === 'adam' || optimizer === 'rmsprop') return nothing;
  const edge = (mu: number): number =>
    optimizer === 'nesterov' ? (1 + mu) / (1 + 2 * mu) : 1 + mu;
  const line = Array.from({ length: 33 }, (_, i) => {
    const mu = (i / 32) * MOMENTUM_TOP;
    return [edge(mu), mu] as const;
  });
  const [x, y] = [plot.x(edge(0.12)), plot.y(0.12)];
  return svg`<path class="edge" d=${plot.path(line)} />
    <text class="edge-name" x=${x + 12 * unit} y=${y} font-size=${15 * unit}>edge of the parabola</text>`;
}
