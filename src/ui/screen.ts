import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { PageElement } from './page-element';

/** What lies over a presented page: a black screen, and a dot that follows the mouse. */
@customElement('unfold-screen')
export class Screen extends PageElement {
  @state() private blank = false;
  @state() private laser = false;
  @state() private at: readonly [number, number] = [-100, -100];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pointermove', this.follow);
    removeEventListener('keydown', this.lift, { capture: true });
  }

  toggleBlank(): void {
    this.blank = !this.blank;
    // Any key brings the page back, before it can mean anything else.
    if (this.blank) addEventListener('keydown', this.lift, { capture: true });
  }

  toggleLaser(): void {
    this.laser = !this.laser;
    if (this.laser) addEventListener('pointermove', this.follow);
    else removeEventListener('pointermove', this.follow);
  }

  clear(): void {
    if (this.laser) this.toggleLaser();
  }

  protected override render(): TemplateResult {
    const [x, y] = this.at;
    return html`${
      this.laser
        ? html`<div class="laser" style="transform: translate(${x}px, ${y}px)"></div>`
        : nothing
    }${
      this.blank
        ? html`<div class="blank" role="status" @pointerdown=${this.light}>
            <span class="sr-only">The screen is blank; any key brings it back.</span>
          </div>`
        : nothing
    }`;
  }

  private readonly follow = ({ clientX, clientY }: PointerEvent): void => {
    this.at = [clientX, clientY];
  };

  private readonly lift = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.light();
  };

  private light(): void {
    removeEventListener('keydown', this.lift, { capture: true });
    this.blank = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-screen': Screen;
  }
}
