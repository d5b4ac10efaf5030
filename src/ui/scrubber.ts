import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { drag } from '../stage/drag';
import { PageElement } from './page-element';
import type { Track } from './track';

/** More steps than this are not marked one by one. */
const MOST_MARKS = 24;

/** Let go this near to a step, in units of the track, the time falls on it. */
const CATCH = 0.12;

/** The line of time under a picture, as a slider: dragged, or moved by the arrow keys. */
@customElement('unfold-scrubber')
export class Scrubber extends PageElement {
  @property({ attribute: false }) track!: Track;

  constructor() {
    super();
    this.addEventListener('keydown', this.onKey);
    this.addEventListener('pointerdown', this.onPress);
  }

  protected override willUpdate(): void {
    const { t, end, says, unit } = this.track;
    this.tabIndex = 0;
    this.setAttribute('role', 'slider');
    this.setAttribute('aria-label', unit === 'step' ? 'Step of the solution' : 'Time');
    this.setAttribute('aria-valuemin', '0');
    this.setAttribute('aria-valuemax', String(end));
    this.setAttribute('aria-valuenow', String(Math.round(t * 100) / 100));
    this.setAttribute('aria-valuetext', says);
  }

  protected override render(): TemplateResult {
    const { t, end } = this.track;
    const percent = (x: number): string => `${end > 0 ? (100 * x) / end : 0}%`;
    const marks = end <= MOST_MARKS ? Array.from({ length: end + 1 }, (_, i) => i) : [];
    return html`<span class="rail"></span
      ><span class="elapsed" style="width: ${percent(t)}"></span>${
        marks.length > 1
          ? marks.map(
              (i) =>
                html`<span
                  class="stop ${i <= t ? 'past' : ''}"
                  style="left: ${percent(i)}"
                ></span>`,
            )
          : nothing
      }<span class="knob" style="left: ${percent(t)}"></span>`;
  }

  private onPress(press: PointerEvent): void {
    if (press.button !== 0) return;
    const { track } = this;
    track.player.pause();
    const at = ({ clientX }: PointerEvent): number => {
      const { left, width } = this.getBoundingClientRect();
      return track.end * Math.min(1, Math.max(0, (clientX - left) / width));
    };
    track.seek(at(press), false);
    drag(
      press,
      (_dx, _dy, event) => track.seek(at(event), false),
      (event) => {
        const t = at(event);
        const nearest = Math.round(t);
        track.seek(Math.abs(t - nearest) < CATCH ? nearest : t, true);
      },
    );
  }

  private onKey(event: KeyboardEvent): void {
    const { track } = this;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const leap = Math.max(1, Math.round(track.end / 10));
    const moves: Record<string, (() => void) | undefined> = {
      ArrowRight: () => track.stepBy(1),
      ArrowUp: () => track.stepBy(1),
      ArrowLeft: () => track.stepBy(-1),
      ArrowDown: () => track.stepBy(-1),
      PageUp: track.unit === 'step' ? undefined : () => track.seek(track.t + leap, true),
      PageDown: track.unit === 'step' ? undefined : () => track.seek(track.t - leap, true),
      Home: () => track.home(),
      End: () => track.seek(track.end, true),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-scrubber': Scrubber;
  }
}
