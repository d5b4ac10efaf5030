import {
  handle,
  linearScale,
  nothing,
  show,
  svg,
  svgText,
  type Box,
  type Frame,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { ranges, type Givens, type Model } from './model';

/** The last multiplier drawn, where there is room, and where a phone needs wider outer zones. */
const LAST = { wide: 1.6, narrow: 2 };
const NARROW = 520;
const TALL = 32;
/** How far above its line the handle stands. */
const NEEDLE = 20;

/** The line of multipliers, what each stretch of it means, and where this run stands on it. */
export function gauge(
  model: Model,
  unfolding: Unfolding,
  { stage }: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const { multiplier, regime, lr } = model;
  const [known, named] = [unfolding.progress('multiplier'), unfolding.progress('regime')];
  const narrow = box.width < NARROW;
  const last = narrow ? LAST.narrow : LAST.wide;
  const [left, right] = [box.x + (narrow ? 8 : 48), box.x + box.width - 16];
  const x = linearScale([-last, last], [left, right]);
  const y = box.y + 50;
  const stands = Math.min(last, Math.max(-last, multiplier));
  const zones = [
    { name: 'diverges', from: -last, to: -1 },
    { name: 'oscillates', from: -1, to: 0 },
    { name: 'converges', from: 0, to: 1 },
    { name: 'diverges', from: 1, to: last },
  ].map((zone) => ({
    ...zone,
    current: named > 0 && zone.name === regime && stands >= zone.from && stands <= zone.to,
  }));
  // The zone that is outlined comes last, over the edges of its neighbours.
  zones.sort((a, b) => Number(a.current) - Number(b.current));
  const end = multiplier > 0.9;
  return svg`
    <text class="small" x=${box.x + 2} y=${box.y + 15}>
      ${svgText(known > 0 ? 'multiplier $m = 1 - 2\\mathrm{lr}$' : 'multiplier')}
    </text>
    ${zones.map(
      ({ name, from, to, current }) => svg`
        <rect class="mark zone ${named > 0 ? name : ''}" x=${x(from)} y=${y} width=${x(to) - x(from)}
          height=${TALL} data-part=${current ? 'regime' : nothing} />
        <text class="zone-name" x=${x((from + to) / 2)} y=${y + TALL / 2} opacity=${named}
          >${named > 0 ? name : nothing}</text>`,
    )}
    ${[-1, 0, 1].map(
      (m) =>
        svg`<text class="block-says small" x=${x(m)} y=${y + TALL + 19}>${show(m, { kind: 'integer' })}</text>`,
    )}
    ${
      known > 0
        ? svg`<path class="needle" opacity=${known} d=${`M${x(stands)} ${y - NEEDLE}V${y + TALL}`} />
            ${handle<Givens>({
              stage,
              name: 'lr',
              from: lr,
              range: { ...ranges.lr, step: 0.01 },
              to: (dx) => lr - (dx * last) / (right - left),
              along: 'x',
              x: x(stands),
              y: y - NEEDLE,
              part: 'multiplier',
              changes: 'the learning rate',
              opacity: known,
            })}
            <text class="label strong" data-part="multiplier" opacity=${known} y=${y - NEEDLE + 5}
              x=${x(stands) + (end ? -28 : 28)} text-anchor=${end ? 'end' : 'start'}
              >${svgText(`$m = ${show(multiplier)}$`)}</text>`
        : nothing
    }`;
}
