import {
  cssColourAt,
  decimals,
  drag,
  html,
  nothing,
  paintField,
  ramps,
  show,
  significant,
  svg,
  type Chart,
  type Compute,
  type ScaleReport,
  type ScaleStage,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Landscape } from './landscape';
import { MapFrame } from './map-frame';
import type { Mode } from './mode';
import type { Optimizer } from './model';
import {
  beginPhase,
  bestOf,
  checkPhase,
  firstGrowing,
  LR_TOP,
  MOMENTUM_TOP,
  runPhase,
  STEPS,
  type Best,
  type PhaseTensors,
} from './phase-run';
import { CALL_STEPS, type ScaleGivens } from './settings';
import { surfaceNames } from './surfaces';

/** Pixels of the diagram along each side. */
const SIDE = { hardware: 512, software: 256, cpu: 192 } as const;
/** Log growth per step at which the colours are full. */
const FULL = 0.8;
const DOMAIN = [-FULL, FULL] as const;

interface Shown {
  readonly givens: ScaleGivens;
  readonly landscape: Landscape;
  readonly side: number;
  readonly scope: Compute & { release(): void };
  readonly tensors: PhaseTensors;
  readonly best: Best;
  /** Where the error first grows without momentum; nothing where it never does. */
  readonly unstable: number | undefined;
}

/** Learning rate × momentum: how fast the error shrinks or grows. */
export class PhaseMode implements Mode {
  private readonly frame: MapFrame;
  private shown: Shown | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.frame = new MapFrame(stage);
  }

  get host(): HTMLElement {
    return this.frame.host;
  }

  retell(givens: ScaleGivens): void {
    if (!this.shown) return;
    this.shown = { ...this.shown, givens };
    this.drawFrame(this.shown);
  }

  async update(
    givens: ScaleGivens,
    landscape: Landscape,
    signal: AbortSignal,
  ): Promise<ScaleReport> {
    const { stage } = this;
    const scope = stage.compute.scope();
    try {
      const side = SIDE[scope.adapter];
      const tensors = beginPhase(scope, landscape, side);
      const watch = { progress: (part: number) => stage.progress(part), signal };
      await scope.finished();
      const started = stage.clock.now();
      await runPhase(scope, givens, landscape, side, tensors, watch);
      const elapsed = stage.clock.now() - started;
      const agreement = await checkPhase(scope, givens, landscape);
      const growth = await scope.read(tensors.growth);
      signal.throwIfAborted();
      this.shown?.scope.release();
      this.shown = {
        ...{ givens, landscape, side, scope, tensors },
        best: bestOf(growth, side),
        unstable: firstGrowing(growth, side),
      };
      await this.paint();
      return {
        count: side * side * STEPS,
        unit: 'walker steps',
        elapsed,
        agreement,
        finding: this.says(this.shown),
        details: `Edges are chaotic: only ${CALL_STEPS} steps are compared.`,
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
    if (!shown) return 'The diagram is being computed.';
    const { givens, best } = shown;
    return `Diagram of learning rate, from 0 to ${LR_TOP}, by ${inertiaName(givens.optimizer)}, from 0 to ${MOMENTUM_TOP}, on the ${surfaceNames[givens.surface]} surface: indigo where the error shrinks, gold where it grows. It shrinks fastest at learning rate ${show(best.lr)} and ${show(best.momentum)}, by e to the ${show(best.growth)} a step.`;
  }

  dispose(): void {
    this.shown?.scope.release();
    this.shown = undefined;
    this.frame.dispose();
  }

  private async paint(): Promise<void> {
    const { shown, stage, frame } = this;
    if (!shown) return;
    this.drawFrame(shown);
    const { side, scope, tensors } = shown;
    const { diverging } = ramps(stage.dark);
    await paintField(
      frame.canvasHost,
      { width: side, height: side, data: tensors.growth, domain: DOMAIN, ramp: diverging },
      scope,
      { width: frame.side, height: frame.side },
    );
  }

  private drawFrame({ givens }: Shown): void {
    const { stage, frame } = this;
    const { diverging } = ramps(stage.dark);
    const stops = [-1, -0.5, 0, 0.5, 1].map((x) => cssColourAt(diverging, x * FULL, DOMAIN));
    frame.draw({
      x: { domain: [0, LR_TOP], label: 'lr' },
      y: { domain: [0, MOMENTUM_TOP], label: inertiaName(givens.optimizer) },
      over: (plot) => svg`${edgeOf(givens.optimizer, plot)}${this.mark(plot, givens)}`,
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

  private says({ best, unstable, givens }: Shown): string {
    const factor = show(Math.exp(best.growth), significant(2));
    const inertia = givens.optimizer === 'adam' ? '$\\beta_1$' : '$\\mu$';
    const grows =
      unstable === undefined
        ? `the error grows at no lr up to ${LR_TOP}`
        : `the error first grows at lr ${show(unstable, TWO)}`;
    return `At ${inertia} 0 ${grows}. It shrinks fastest near lr ${show(best.lr, TWO)}, ${inertia} ${show(best.momentum, TWO)}: by a factor of ${factor} a step.`;
  }
}

const TWO = decimals(2);

const inertiaName = (optimizer: Optimizer): string => (optimizer === 'adam' ? 'β₁' : 'momentum μ');

const inertiaOf = ({ optimizer, momentum, beta1 }: ScaleGivens): number => {
  if (optimizer === 'sgd' || optimizer === 'rmsprop') return 0;
  return Math.min(MOMENTUM_TOP, optimizer === 'adam' ? beta1 : momentum);
};

/** The edge as the notes write it. */
const edges: Partial<Record<Optimizer, string>> = {
  sgd: '1 + μ',
  momentum: '1 + μ',
  nesterov: '(1 + μ)/(1 + 2μ)',
};

/**
 * Where a parabola of curvature 2 stops being stable: lr = 1 + μ for momentum, (1 + μ)/(1 + 2μ) for
 * Nesterov's form of it. The others have no such line.
 */
function edgeOf(optimizer: Optimizer, plot: Chart): SVGTemplateResult | typeof nothing {
  if (!(optimizer in edges)) return nothing;
  const line = Array.from({ length: 33 }, (_, i) => {
    const mu = (i / 32) * MOMENTUM_TOP;
    const ahead = optimizer === 'nesterov' ? 1 + 2 * mu : 1;
    return [(1 + mu) / ahead, mu] as const;
  });
  return svg`<path class="edge" d=${plot.path(line)} />`;
}
