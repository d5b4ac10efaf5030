import {
  dots,
  gone,
  key,
  line,
  plot,
  sampled,
  svg,
  type Plot,
  type Point,
  type Role,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
  type Vector,
} from '../../../src/author';
import { SLOPES, type Sizes } from './stacks';

/** What was measured: what is left of the gradient for each derivative. */
export interface Measured {
  readonly sizes: Sizes;
  readonly plain: Vector;
  readonly residual: Vector;
}

/** A narrow stage has its key below the chart. */
const NARROW = 480;
const KEY = 120;

/** As powers of ten: float32 ends at about 10⁻⁴⁵ and 10³⁸. */
const LOWEST = -46;
const HIGHEST = 40;

/** What the formulas say, as powers of ten. */
export const formulas = {
  plain: (slope: number, blocks: number): number => blocks * Math.log10(slope),
  /** Blocks that push in random directions: what they add is at right angles to what comes over the skip. */
  residual: (slope: number, blocks: number): number => (blocks / 2) * Math.log10(1 + slope ** 2),
  /** As by hand: every block pushes the same way. */
  aligned: (slope: number, blocks: number): number => blocks * Math.log10(1 + slope),
};

/** What is left after all blocks over the derivative of a block, measured and by formula. */
export function drawStacks(measured: Measured, frame: ScaleFrame): ScaleDrawing {
  const { blocks } = measured.sizes;
  const { width, height: tall, id } = frame;
  const below = width < NARROW ? KEY : 0;
  const chart = plot({
    box: { x: 0, y: 0, width, height: Math.max(260, tall - below) },
    id: id('stacks'),
    x: { domain: [0, SLOPES[SLOPES.length - 1]], label: "$F\\,'$ of every block" },
    y: {
      domain: [LOWEST, HIGHEST],
      label: `left after ${blocks} blocks, as a power of ten`,
    },
  });
  const formula = (name: keyof typeof formulas, role: Role, style: 'dashed' | 'dotted') =>
    line(
      chart,
      sampled(chart, (slope) => formulas[name](slope, blocks)),
      { role, style },
    );
  return {
    content: svg`${chart.axes}
      ${chart.inside(svg`
        ${formula('plain', 'gradient', 'dashed')} ${formula('residual', 'activation', 'dashed')}
        ${formula('aligned', 'activation', 'dotted')}
        ${points(chart, measured.plain, 'gradient')} ${points(chart, measured.residual, 'activation')}`)}
      ${key(
        [
          { text: 'with skips, measured', role: 'activation', kind: 'dot' },
          { text: "$(1 + F'^2)^{D/2}$", role: 'activation', kind: 'dashed' },
          { text: "$(1 + F')^D$, all alike", role: 'activation', kind: 'dotted' },
          { text: 'without, measured', role: 'gradient', kind: 'dot' },
          { text: "$F'^D$", role: 'gradient', kind: 'dashed' },
        ],
        ...(width < NARROW
          ? ([chart.right - 4, chart.bottom + 56] as const)
          : ([chart.right - 8, chart.bottom - 130] as const)),
      )}`,
  };
}

/** A dot for each derivative; where float32 has lost the gradient, it is gone. */
function points(chart: Plot, left: Vector, role: Role): SVGTemplateResult {
  const found = left.flatMap((size, i) =>
    size > 0 ? [{ at: [SLOPES[i], Math.log10(size)] as Point, role }] : [],
  );
  return svg`${dots(chart, found, 4)}
    ${left.map((size, i) => (size > 0 ? '' : gone(chart, SLOPES[i], { role })))}`;
}
