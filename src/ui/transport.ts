import { html, nothing, type TemplateResult } from 'lit';
import { speeds } from '../scene/player';
import type { Session } from '../scene/session';
import './copy-button';
import { icons } from './icons';
import './scrubber';
import type { Track } from './track';

/** A button that has nothing to do keeps the focus, so it is not disabled outright. */
const round = (
  label: string,
  icon: TemplateResult,
  press: () => void,
  { off = false, strong = false } = {},
): TemplateResult =>
  html`<button
    type="button"
    class="button round ${strong ? 'strong' : ''}"
    aria-label=${label}
    title=${label}
    aria-disabled=${off ? 'true' : 'false'}
    @click=${press}
  >
    ${icon}
  </button>`;

/** What stands under a picture: back, play, on, the line of time, speed, other numbers, the link. */
export function transport(track: Track, session: Session): TemplateResult {
  const { player, t, end, unit } = track;
  const steps = unit === 'step';
  const { variant } = session.snapshot;
  return html`<div class="under">
    <div class="transport" role="group" aria-label="Transport">
      ${round(steps ? 'Fold everything' : 'Back to the start', icons.home, () => track.home())}
      ${round(`One ${unit} back`, icons.back, () => track.stepBy(-1), { off: t <= 0 })}
      ${round(
        player.playing ? 'Pause' : 'Play',
        player.playing ? icons.pause : icons.play,
        () => player.toggle(),
        {
          strong: true,
        },
      )}
      ${round(`One ${unit} on`, icons.on, () => track.stepBy(1), { off: t >= end })}
      <unfold-scrubber .track=${track}></unfold-scrubber>
    </div>
    <div class="extras">
      <select
        aria-label="Speed"
        autocomplete="off"
        @change=${(event: Event) => {
          player.speed = Number((event.target as HTMLSelectElement).value);
        }}
      >
        ${speeds.map(
          (speed) =>
            html`<option value=${speed} ?selected=${speed === player.speed}>${speed}×</option>`,
        )}
      </select>
      <button type="button" class="button" @click=${() => session.newNumbers()}>New numbers</button>
      ${
        variant === undefined
          ? nothing
          : html`<button type="button" class="button" @click=${() => session.toOriginal()}>
              Back to the original
            </button>`
      }
      <unfold-copy label="Copy link" .text=${() => session.fullAddress}></unfold-copy>
    </div>
  </div>`;
}
