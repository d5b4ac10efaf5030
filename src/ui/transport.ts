import { html, nothing, type TemplateResult } from 'lit';
import { speeds, type Player } from '../scene/player';
import type { Session } from '../scene/session';
import './copy-button';
import { icons } from './icons';
import './scrubber';
import type { Track } from './track';

/** A button that has nothing to do keeps the focus, so it is not disabled outright. */
export const round = (
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

/** What drives a picture: back, play, on, and the line of time. */
export function transport(track: Track): TemplateResult {
  const { player, t, end, unit } = track;
  const { playing } = player;
  return html`<div class="transport" role="group" aria-label="Transport">
    ${round(unit === 'step' ? 'Fold everything' : 'Back to the start', icons.home, () => track.home())}
    ${round(`One ${unit} back`, icons.back, () => track.stepBy(-1), { off: t <= 0 })}
    ${round(playing ? 'Pause' : 'Play', playing ? icons.pause : icons.play, () => player.toggle(), {
      strong: true,
    })}
    ${round(`One ${unit} on`, icons.on, () => track.stepBy(1), { off: t >= end })}
    <unfold-scrubber .track=${track}></unfold-scrubber>
  </div>`;
}

/** What stands beside the transport: its speed, other numbers, the link. */
export function extras(session: Session, track: Track | undefined): TemplateResult {
  const { variant } = session.snapshot;
  const button = (words: string, press: () => void): TemplateResult =>
    html`<button type="button" class="button" @click=${press}>${words}</button>`;
  return html`<div class="extras">
    ${track ? speedOf(track.player) : nothing}
    ${session.scene.vary ? button('New numbers', () => session.newNumbers()) : nothing}
    ${variant === undefined ? nothing : button('Back to the original', () => session.toOriginal())}
    <unfold-copy label="Copy link" .text=${() => session.fullAddress}></unfold-copy>
  </div>`;
}

function speedOf(player: Player): TemplateResult {
  return html`<select
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
  </select>`;
}
