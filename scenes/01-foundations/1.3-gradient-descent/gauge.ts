import {
  drag,
  nothing,
  show,
  svg,
  type Box,
  type Frame,
  type Stage,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Givens, Model } from './model';
import { shownAt } from './solution';

/** The stretch of multipliers drawn; one beyond it is shown at the end. */
const END = 1.6;

const zones = [
  { name: 'diverges', from: -END, to: -1 },
  { name: 'oscillates', from: -1, to: 0 },
  { name: 'converges', from: 0, to: 1 },
  { name: 'diverges', from: 1, to: END },
] as const;

/** The line of multipliers, what each stretch of it means, and where this run stands on it. */
export function gauge(
  model: Model,
  t: number,
  { unit, stage }: Frame<Givens>,
  box: Box,
): SVGTemplateResult {
  const at = shownAt(model);
  const known = Math.min(1, Math.max(0, t - at.multiplier + 1));
  const named = Math.min(1, Math.max(0, t - at.regime + 1));
  const left = box.x + 68 * unit;
  const width = box.width - 86 * unit;
  const x = (m: number): number => left + ((m + END) / (2 * END)) * width;
  const y = box.y + 34 * unit;
  const tall = 34 * unit;
  const { multiplier, regime } = model;
  const current = (from: number, to: number): boolean =>
    multiplier >= from && multiplier <= to && named > 0;
  return svg`<g>
    <text class="axis-label" x=${box.x + 4 * unit} y=${box.y + 20 * unit} font-size=${15 * unit}
      >multiplier m = 1 − 2·lr</text>
    ${zones.map(
      ({ name, from, to }) => svg`
        <rect class="zone zone-${name}" x=${x(from)} y=${y} width=${x(to) - x(from)} height=${tall}
          opacity=${0.35 + 0.65 * named}
          data-part=${name === regime && current(from, to) ? 'regime' : nothing} />
        <text class="zone-name" x=${x((from + to) / 2)} y=${y + tall / 2}
          font-size=${zoneType(x(to) - x(from), unit)} opacity=${named}>${name}</text>`,
    )}
    ${[-1, 0, 1].map(
      (m) => svg`<text class="note" x=${x(m)} y=${y + tall + 20 * unit} text-anchor="middle"
        font-size=${15 * unit}>${show(m, { kind: 'integer' })}</text>`,
    )}
    ${known > 0 ? marker(model, x, y, tall, known, unit, stage, width) : nothing}
  </g>`;
}

/** The outer zones are narrow on a phone; never under 14 px. */
const zoneType = (width: number, unit: number): number =>
  Math.max(14 * unit, Math.min(16 * unit, width / 4.4));

function marker(
  { multiplier, lr }: Model,
  x: (m: number) => number,
  y: number,
  tall: number,
  known: number,
  unit: number,
  stage: Stage<Givens>,
  width: number,
): SVGTemplateResult {
  const at = x(Math.min(END, Math.max(-END, multiplier)));
  const r = 8 * unit;
  const says = `m = ${show(multiplier)}`;
  const anchor = multiplier > 0.9 ? 'end' : 'start';
  return svg`<g class="handle" data-part="multiplier" opacity=${known}
      @pointerdown=${(event: PointerEvent) => dragMultiplier(event, stage, lr, width)}>
    <rect class="reach" x=${at - 22 * unit} y=${y - 16 * unit} width=${44 * unit} height=${tall + 30 * unit} />
    <path class="knob" fill="var(--ink)"
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
  width: number,
): void {
  let latest = from;
  drag(
    event,
    (dx) => {
      const lr = from - (dx / width) * END;
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
