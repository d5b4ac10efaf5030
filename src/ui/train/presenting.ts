import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { TrainSession } from '../../train/session';
import type { PageElement } from '../page-element';
import { fillScreen, leaveScreen, presentationUnit } from '../presentation';

interface Presented {
  /** There is a population to be seen. */
  isTrained(): boolean;
  /** The presentation is over. */
  left(): void;
}

/** Presentation of the page: when it begins and ends, and how large its type is then. */
export class Presenting implements ReactiveController {
  /** The population is shown, with the plane of the network that is open, and not that network. */
  private many = false;

  constructor(
    private readonly page: PageElement,
    private readonly session: TrainSession,
    private readonly of: Presented,
  ) {
    page.addController(this);
  }

  hostConnected(): void {
    addEventListener('resize', this.fit);
    document.addEventListener('fullscreenchange', this.onFullscreen);
  }

  hostDisconnected(): void {
    removeEventListener('resize', this.fit);
    document.removeEventListener('fullscreenchange', this.onFullscreen);
  }

  get on(): boolean {
    return this.session.snapshot.present;
  }

  toggle(): void {
    this.present(!this.on);
  }

  get showsMany(): boolean {
    return this.on && this.many;
  }

  /** Shows the population in place of one network, or that network again. */
  toggleMany(): void {
    this.many = !this.many;
    this.page.requestUpdate();
  }

  /** Type, strokes and targets are as large as the screen that is presented on asks. */
  readonly fit = (): void => {
    const { page, on } = this;
    const before = page.hasAttribute('data-present');
    page.toggleAttribute('data-present', on);
    const unit = on ? presentationUnit(innerWidth, innerHeight) : 1;
    page.style.setProperty('--unit', unit.toFixed(4));
    // However a presentation ends, by Esc or by the browser's back button.
    if (!on) void leaveScreen(page);
    if (before !== on) page.dispatchEvent(new Event('unfold-shown', { bubbles: true }));
  };

  private present(on: boolean): void {
    // A population that was trained before the class came is what it is to see.
    if (on) this.many = this.of.isTrained();
    this.session.present(on);
    this.fit();
    this.page.requestUpdate();
    if (on) void fillScreen(this.page);
    else this.of.left();
  }

  /** Esc leaves the full screen before the page hears of it: it means to leave altogether. */
  private readonly onFullscreen = (): void => {
    const left = !document.fullscreenElement && document.hasFocus() && this.on;
    if (left) this.present(false);
  };
}

/** Leads from one network to many, and back to the one that was opened among them. */
export const manySwitch = (presenting: Presenting): TemplateResult =>
  html`<button type="button" class="button many-switch" @click=${() => presenting.toggleMany()}>
    ${presenting.showsMany ? 'One network' : 'Many networks'}
  </button>`;
