import {
  area,
  dots,
  isInside,
  line,
  lineToAvoid,
  sampled,
  show,
  significant,
  type Box,
  type Dot,
  type Frame,
  type Plot,
  type Point,
  type Unfolding,
} from '../../../src/author';
import { GATE, leftAfter, type Givens, type Model } from './model';
import { sweptTo } from './row';

/** Points closer together than this are not drawn one by one. */
const CLOSEST = 8;

/** What both charts show of the decay: the curve, what it bounds, a gate beside it. */
export interface Decay {
  /** Cut off by the frame of the chart. */
  readonly inside: unknown;
  readonly dots: unknown;
  /** What labels keep off. */
  readonly avoid: readonly Box[];
}

export function decay(
  model: Model,
  unfolding: Unfolding,
  { pointed }: Frame<Givens>,
  chart: Plot,
): Decay {
  const to = sweptTo(model, unfolding);
  const left = (k: number): number => leftAfter(model, k);
  const curve = sampled(chart, left, { from: 0, to });
  const bounded = sampled(chart, left, { from: 0, to: model.steps });
  const gated = sampled(chart, (k) => GATE ** k, { from: 0, to: model.steps });
  const gate = unfolding.progress('gates');
  const position = ([k, y]: Point): Point => [chart.x(k), chart.y(y)];
  return {
    inside: [
      unfolding.progress('verdict') > 0
        ? area(chart, bounded, {
            role: 'gradient',
            part: 'bound',
            opacity: unfolding.progress('verdict'),
          })
        : '',
      gate > 0
        ? line(chart, gated, { role: 'activation', style: 'dashed', part: 'gate', opacity: gate })
        : '',
      line(chart, curve, { role: 'gradient' }),
    ],
    dots: dots(chart, dotsOf(model, to, chart, pointed)),
    avoid: [
      ...lineToAvoid(curve.map(position).filter(([x, y]) => isInside(chart, x, y))),
      ...(gate > 0 ? lineToAvoid(gated.map(position)) : []),
    ],
  };
}

/** Points one can point at, where they have room; the one pointed at always. */
function dotsOf(model: Model, to: number, chart: Plot, pointed: string | undefined): Dot[] {
  const [name, index] = pointed?.split('.') ?? [];
  const wanted = name === 'decay' ? Number(index) : undefined;
  const hasRoom = chart.x(1) - chart.x(0) >= CLOSEST;
  return Array.from({ length: Math.floor(to + 1e-9) + 1 }, (_, k) => k)
    .filter((k) => hasRoom || k === wanted)
    .map((k) => ({
      at: [k, leftAfter(model, k)],
      role: 'gradient',
      part: `decay.${k}`,
      open: k === wanted,
    }));
}

/** What a gate of the network in the last step leaves. */
export const gateSays = ({ steps }: Model): string =>
  `a gate of ${GATE} leaves ${show(GATE ** steps, significant(3))}`;
