import {
  decimals,
  drag,
  html,
  line,
  nothing,
  ramps,
  show,
  significant,
  svg,
  type Compute,
  type Field,
  type Plot,
  type ScaleReport,
  type ScaleStage,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Landscape } from './landscape';
import { MapFrame, type MapDrawing } from './map-frame';
import { Mode } from './mode';
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
  /** What the map is painted from on this device. */
  readonly data: Field['data'];
  readonly best: Best;
  /** Where the error first grows without momentum; nothing where it never does. */
  readonly unstable: number | undefined;
}

/** Learning rate × momentum: how fast the error shrinks or grows. */
export class PhaseMode extends Mode {
  private readonly frame: MapFrame;
  private shown: Shown | undefined;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    super();
    this.frame = new MapFrame(stage);
  }

  protected override retell(givens: ScaleGivens): void {
    if (!this.shown) return;
    this.shown = { ...this.shown, givens };
    this.frame.redraw(this.drawing(this.shown));
  }

  protected async compute(
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
        ...{ givens, landscape, side, scope },
        data: scope.gpu ? tensors.growth : growth,
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
    if (this.shown) await this.frame.paint(this.drawing(this.shown));
  }

  private drawing({ givens, side, data }: Shown): MapDrawing {
    const ramp = ramps(this.stage.dark).diverging;
    return {
      field: { width: side, height: side, data, domain: DOMAIN, ramp },
      ends: ['shrinks', 'grows'],
      x: { domain: [0, LR_TOP], label: 'lr' },
      y: { domain: [0, MOMENTUM_TOP], label: inertiaName(givens.optimizer) },
      over: (map) => svg`${edgeOf(givens.optimizer, map)}${mark(map, givens)}`,
      below: 190,
      notes: html`
        <p>
          Each pixel is a run with its own lr and ${inertiaName(givens.optimizer)}. Press or drag to
          choose both.
        </p>
        <p>
          log growth of the error per step, from ${show(-FULL, { kind: 'decimals', digits: 1 })} to
          ${FULL}; in the middle it holds
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
      pressed: (press, at) => this.choose(press, at, givens),
    };
  }

  private choose(
    press: PointerEvent,
    at: (event: PointerEvent) => readonly [number, number],
    { optimizer }: ScaleGivens,
  ): void {
    const inside = (x: number, high: number): number =>
      Number(Math.min(high, Math.max(0, x)).toFixed(3));
    const name = optimizer === 'adam' ? 'beta1' : 'momentum';
    const edit = (event: PointerEvent, commit: boolean): void => {
      const [x, y] = at(event);
      const lr = inside(x, LR_TOP);
      const alone = optimizer === 'rmsprop' || optimizer === 'sgd';
      this.stage.edit(alone ? { lr } : { lr, [name]: inside(y, MOMENTUM_TOP) }, commit);
    };
    edit(press, false);
    drag(
      press,
      (_, __, event) => edit(event, false),
      (event) => edit(event, true),
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

/** Where the reader's own learning rate and momentum stand. */
function mark(map: Plot, givens: ScaleGivens): SVGTemplateResult {
  const [x, y] = [map.x(Math.min(LR_TOP, givens.lr)), map.y(inertiaOf(givens))];
  return svg`<g class="chosen"><circle cx=${x} cy=${y} r="8" /><circle cx=${x} cy=${y} r="8" /></g>`;
}

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
function edgeOf(optimizer: Optimizer, map: Plot): SVGTemplateResult | typeof nothing {
  if (!(optimizer in edges)) return nothing;
  const points = Array.from({ length: 33 }, (_, i) => {
    const mu = (i / 32) * MOMENTUM_TOP;
    const ahead = optimizer === 'nesterov' ? 1 + 2 * mu : 1;
    return [(1 + mu) / ahead, mu] as const;
  });
  return map.inside(line(map, points, { style: 'dashed' }));
}
