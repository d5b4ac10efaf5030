import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ScaleRunner } from '../scene/scale-runner';
import type { Session } from '../scene/session';
import type { Snapshot } from '../scene/snapshot';
import type { Clock } from '../stage/clock';
import type { PageStorage } from '../state/storage';
import { givenControl } from './given';
import { mathText } from './math';
import { freshId, PageElement } from './page-element';
import { scaleStatus } from './scale-status';

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
    const { idle, present, problems, values } = this.snapshot;
    const givens = Object.keys(scene.scale?.params ?? {}).filter(
      // What is wrong with a given is said beside it.
      (name) => !idle.includes(name) || problems.some(({ field }) => field === name),
    );
    const { question = '', intro = '' } = scene.scale ?? {};
    const { runner } = this;
    const asked = scene.scale?.asks?.(values) ?? question;
    return html`<p class="question">${mathText(asked)}</p>
      ${
        // Before a class they stand in the strip above.
        present
          ? nothing
          : html`<div class="toolbar">
              ${givens.map((name) => givenControl(this.session, name, this.ids, { slider: true }))}
            </div>`
      }
      <div
        class="scale-stage"
        role="group"
        tabindex="0"
        aria-label="Picture at scale: ${scene.card.title}"
        aria-describedby="${this.ids}-says"
      ></div>
      <p class="sr-only" id="${this.ids}-says">${runner?.describe()}</p>
      ${
        runner
          ? scaleStatus(runner.status, { intro, again: () => runner.retry() })
          : html`<div class="status"></div>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-scale': ScalePanel;
  }
}
