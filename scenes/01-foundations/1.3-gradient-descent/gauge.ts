import {
  drag,
  nothing,
  show,
  svg,
  type Box,
  type PixelFrame,
  type Stage,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Givens, Model } from './model';
import { shownAt } from './solution';

/** The last multiplier drawn, where there is room, and where a phone needs wider outer zones. */
const LAST = { wide: 1.6, narrow: 2 };
const NARROW = 520;

/** What stretches of multipliers mean, up to the last one drawn. */
const zonesUpTo = (last: number) =>
  [
    { name: 'diverges', from: -last, to: -1 },
    { name: 'oscillates', from: -1, to: 0 },
    { name: 'converges', from: 0, to: 1 },
    { name: 'diverges', from: 1, to: last },
  ] as const;

/** The line of multipliers, what each stretch of it means, and where this run stands on it. */
export function gauge(
  model: Model,
  t: number,
  { unit, stage }: PixelFrame<Givens>,
  box: Box,
): SVGTemplateResult {
  const at = shownAt(model);
  const known = Math.min(1, Math.max(0, t - at.multiplier + 1));
  const named = Math.min(1, Math.max(0, t - at.regime + 1));
  const margin = box.width < NARROW * unit ? 8 : 68;
  const left = box.x + margin * unit;
  const width = box.width - (margin + 18) * unit;
  const last = box.width < NARROW * unit ? LAST.narrow : LAST.wide;
  const x = (m: number): number => left + ((m + last) / (2 * last)) * width;
  const y = box.y + 48 * unit;
  const tall = 34 * unit;
  const { multiplier, regime } = model;
  const isCurrent = ({ name, from, to }: { name: string; from: number; to: number }): boolean => {
    const shown = Math.min(last, Math.max(-last, multiplier));
    return named > 0 && name === regime && shown >= from && shown <= to;
  };
  // The zone that is outlined comes last, over the edges of its neighbours.
  const zones = [...zonesUpTo(last)].sort((a, b) => Number(isCurrent(a)) - Number(isCurrent(b)));
  return svg`<g>
    <text class="axis-label" x=${box.x + 4 * unit} y=${box.y + 16 * unit} font-size=${15 * unit}
      >multiplier m = 1 − 2·lr</text>
    ${zones.map((zone) => {
      const { name, from, to } = zone;
      return svg`
        <rect class="zone zone-${name}" x=${x(from)} y=${y} width=${x(to) - x(from)} height=${tall}
          opacity=${0.35 + 0.65 * named}
          data-part=${isCurrent(zone) ? 'regime' : nothing} />
        <text class="zone-name" x=${x((from + to) / 2)} y=${y + tall / 2}
          font-size=${zoneType(x(to) - x(from), unit)} opacity=${named}>${name}</text>`;
    })}
    ${[-1, 0, 1].map(
      (m) => svg`<text class="note" x=${x(m)} y=${y + tall + 20 * unit} text-anchor="middle"
        font-size=${15 * unit}>${show(m, { kind: 'integer' })}</text>`,
    )}
    ${known > 0 ? marker(model, x, last, y, tall, known, unit, stage, width) : nothing}
  </g>`;
}

/** The outer zones are narrow on a phone; never under 14 px. */
const zoneType = (width: number, unit: number): number =>
  Math.max(14 * unit, Math.min(16 * unit, width / 4.4));

function marker(
  { multiplier, lr }: Model,
  x: (m: number) => number,
  last: number,
  y: number,
  tall: number,
  known: number,
  unit: number,
  stage: Stage<Givens>,
  width: number,
): SVGTemplateResult {
  const at = x(Math.min(last, Math.max(-last, multiplier)));
  const r = 8 * unit;
  const says = `m = ${show(multiplier)}`;
  const anchor = multiplier > 0.9 ? 'end' : 'start';
  return svg`<g class="handle" data-part="multiplier" opacity=${known}
      @pointerdown=${(event: PointerEvent) => dragMultiplier(event, stage, lr, last / width)}>
    <rect class="reach" x=${at - 22 * unit} y=${y - 16 * unit} width=${44 * unit} height=${tall + 30 * unit} />
    <path class="grip" fill="var(--ink)"
      d="M${at} ${y + 4 * unit} L${at - r} ${y - 9 * unit} H${at + r} Z" />
    <path stroke="var(--ink)" stroke-width=${2 * unit} d="M${at} ${y} V${y + tall}" />
    <text x=${at + (anchor === 'end' ? -14 : 14) * unit} y=${y - 8 * unit} font-size=${16 * unit}
      font-weight="600" text-anchor=${anchor}>${says}</text>
  </g>`;
}

/** Dragging the multiplier changes the learning rate behind it, in hundredths. */
function dragMultiplier(
  event: PointerEvent,
  stage: Stage<Givens>,
  from: number,
  perPixel: number,
): void {
  let latest = from;
  drag(
    event,
    (dx) => {
      const lr = from - dx * perPixel;
      const next = Math.min(10, Math.max(0, Math.round(lr * 100) / 100));
      if (next === latest) return;
      latest = next;
      stage.edit({ lr: next }, false);
    },
    () => {
      if (latest !== from) stage.edit({ lr: latest }, true);
    },
  );
}
