import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ScaleRunner } from '../scene/scale-runner';
import type { Session } from '../scene/session';
import type { Snapshot } from '../scene/snapshot';
import type { Clock } from '../stage/clock';
import type { PageStorage } from '../state/storage';
import type { DeviceChoice } from '../state/link';
import { givenControl } from './given';
import { mathText } from './math';
import { freshId, PageElement } from './page-element';
import { statusLine } from './scale-status';

/** The At scale tab: its givens, the program's picture, and what it says of itself. */
@customElement('unfold-scale')
export class ScalePanel extends PageElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) snapshot!: Snapshot;
  @property({ attribute: false }) clock!: Clock;
  @property({ attribute: false }) storage!: PageStorage;
  /** Opens the device: on the first visit to the tab, or when the link names a device. */
  @property({ type: Boolean }) running = false;
  /** Called after every change of the runner's status. */
  @property({ attribute: false }) changed: () => void = () => undefined;
  runner?: ScaleRunner;
  private readonly ids = freshId();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.runner?.dispose();
    this.runner = undefined;
  }

  protected override updated(): void {
    if (!this.running || this.runner) return;
    const root = this.querySelector<HTMLElement>('.scale-stage')!;
    this.runner = new ScaleRunner(this.session, root, this.clock, this.storage);
    this.runner.subscribe(() => {
      this.requestUpdate();
      this.changed();
    });
    this.requestUpdate();
    this.changed();
  }

  protected override render(): TemplateResult {
    const { scene } = this.session;
    const { idle, problems } = this.snapshot;
    const givens = Object.keys(scene.scale?.params ?? {}).filter(
      // What is wrong with a given is said beside it.
      (name) => !idle.includes(name) || problems.some(({ field }) => field === name),
    );
    const status = this.runner?.status;
    return html`<p class="question">${mathText(scene.scale?.question ?? '')}</p>
      <p class="intro">${mathText(scene.scale?.intro ?? '')}</p>
      <div class="toolbar">
        ${givens.map((name) => givenControl(this.session, name, this.ids, { slider: true }))}
        ${this.deviceSwitch(status?.device ?? 'cpu')}
      </div>
      <div
        class="scale-stage"
        role="group"
        tabindex="0"
        aria-label="Picture at scale: ${scene.card.title}"
        aria-describedby="${this.ids}-says"
      ></div>
      <p class="sr-only" id="${this.ids}-says">${this.runner?.describe()}</p>
      ${status ? statusLine(status, () => this.runner?.retry()) : html`<div class="status"></div>`}`;
  }

  /** Shows what runs; pressing asks for a device, which the link then keeps. */
  private deviceSwitch(running: DeviceChoice): TemplateResult {
    const chosen = this.snapshot.device ?? running;
    const choose = (device: DeviceChoice): void => this.session.show({ device });
    const onKey = (event: KeyboardEvent): void => {
      if (!event.key.startsWith('Arrow')) return;
      event.preventDefault();
      const other = chosen === 'gpu' ? 'cpu' : 'gpu';
      choose(other);
      this.querySelector<HTMLElement>(`[data-device-choice="${other}"]`)?.focus();
    };
    return html`<div class="device" role="radiogroup" aria-label="Device" @keydown=${onKey}>
      ${(['gpu', 'cpu'] as const).map(
        (device) =>
          html`<button
            type="button"
            role="radio"
            data-device-choice=${device}
            aria-checked=${device === chosen ? 'true' : 'false'}
            tabindex=${device === chosen ? 0 : -1}
            @click=${() => choose(device)}
          >
            ${device.toUpperCase()}
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-scale': ScalePanel;
  }
}
