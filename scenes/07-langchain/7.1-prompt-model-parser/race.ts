import {
  handle,
  nothing,
  svg,
  textWidth,
  type Box,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { longest, type Givens, type Model } from './model';
import type { Arrival } from './recording';

const AXIS = 46;

interface Lane {
  readonly name: string;
  readonly part: string;
  /** Where its bar ends: when an answer is there. */
  readonly arrivals: readonly Arrival[];
}

/** The three calls on one time axis, as far as the clock has come. */
export function race(
  model: Model,
  unfolding: Unfolding,
  { x, y, width, height }: Box,
  stage: Stage<Givens>,
): { content: SVGTemplateResult; height: number } {
  const { invoked, batched, streamed } = model.recording;
  const lanes: Lane[] = [
    { name: 'invoke', part: 'race.invoke', arrivals: [invoked] },
    ...batched.map((arrival, i) => ({
      name: i === 0 ? 'batch' : '',
      part: `race.batch.${i}`,
      arrivals: [arrival],
    })),
    { name: 'stream', part: 'race.stream', arrivals: streamed },
  ];
  const pitch = Math.max(24, Math.min(60, (height - AXIS) / lanes.length));
  const end = longest(model);
  const left = x + 70;
  const unit = (x + width - 44 - left) / end;
  const now = unfolding.progress('race') * end;
  const at = (ticks: number): number => left + ticks * unit;
  const bottom = y + lanes.length * pitch;
  const every = Math.max(1, Math.ceil(24 / unit));
  const ticks = Array.from({ length: Math.floor(end / every) + 1 }, (_, i) => i * every);
  return {
    height: lanes.length * pitch + AXIS,
    content: svg`<g class="pipe-race" data-part="race">
      ${lanes.map(({ name, part, arrivals }, i) => {
        const middle = y + (i + 0.5) * pitch;
        return svg`<g data-part=${part}>
          <text class="lane" x=${x} y=${middle} font-size="16">${name}</text>
          ${
            arrivals.length === 1
              ? bar(arrivals[0], { left, middle, unit, now, thick: pitch - 8 })
              : words(arrivals, { left, middle, unit, now, thick: pitch - 8 })
          }
        </g>`;
      })}
      <g class="axes">
        <line class="grid" x1=${left} x2=${at(end)} y1=${bottom + 4} y2=${bottom + 4} />
        ${ticks.map((tick) => svg`<text x=${at(tick)} y=${bottom + 20} font-size="14" text-anchor="middle">${tick}</text>`)}
        <text class="axis-label" x=${(left + at(end)) / 2} y=${bottom + 39} font-size="14"
          text-anchor="middle">ticks of the scripted model’s clock</text>
      </g>
    </g>
    ${handle({
      stage,
      name: 'inputs',
      from: model.inputs,
      range: { min: 1, max: 4, step: 1 },
      to: (_, dy) => model.inputs + dy / pitch,
      x: x + 56,
      y: y + (batched.length + 0.5) * pitch,
      along: 'y',
      changes: 'how many inputs the batch has',
    })}`,
  };
}

interface Track {
  readonly left: number;
  readonly middle: number;
  readonly unit: number;
  readonly now: number;
  readonly thick: number;
}

/** A call that answers once, at the end of its bar. */
function bar({ at, text }: Arrival, { left, middle, unit, now, thick }: Track): SVGTemplateResult {
  const long = Math.min(at, now) * unit;
  const there = now >= at;
  return svg`<rect class=${there ? 'answered' : 'waiting'} x=${left} y=${middle - thick / 2}
      width=${long} height=${thick} rx="5" />
    ${
      there && textWidth(text, 14) < long - 16
        ? svg`<text class="answer" x=${left + long - 8} y=${middle} font-size="14">${text}</text>`
        : nothing
    }
    <text x=${left + long + 8} y=${middle} font-size="14">${there ? at : ''}</text>`;
}

/** A call that answers word by word. */
function words(all: readonly Arrival[], { left, middle, unit, now, thick }: Track) {
  const fits = all.every(({ text }) => textWidth(text.trim(), 14) < unit - 4);
  return all
    .filter(({ at }) => at <= now)
    .map(({ at, text }, i) =>
      fits
        ? svg`<g data-part=${`race.stream.${i}`}>
            <rect class="answered" x=${left + (at - 1) * unit + 2} y=${middle - thick / 2}
              width=${unit - 4} height=${thick} rx="5" />
            <text class="word" x=${left + (at - 0.5) * unit} y=${middle} font-size="14">${text.trim()}</text>
          </g>`
        : svg`<circle class="answered" data-part=${`race.stream.${i}`} cx=${left + at * unit} cy=${middle} r="5" />`,
    );
}
