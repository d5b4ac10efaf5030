import type { ReactiveController } from 'lit';
import type { TrainSession } from '../../train/session';
import type { PageElement } from '../page-element';
import { fillScreen, leaveScreen, presentationUnit } from '../presentation';

/** Presentation of the page: when it begins and ends, and how large its type is then. */
export class Presenting implements ReactiveController {
  constructor(
    private readonly page: PageElement,
    private readonly session: TrainSession,
    /** The presentation is over. */
    private readonly left: () => void,
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
    this.session.present(on);
    this.fit();
    this.page.requestUpdate();
    if (on) void fillScreen(this.page);
    else this.left();
  }

  /** Esc leaves the full screen before the page hears of it: it means to leave altogether. */
  private readonly onFullscreen = (): void => {
    const left = !document.fullscreenElement && document.hasFocus() && this.on;
    if (left) this.present(false);
  };
}
