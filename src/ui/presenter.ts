import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { loadScene } from '../scene/load-scene';
import { Session } from '../scene/session';
import { readRoute } from '../state/link';
import { MemoryLocation } from '../state/location';
import { pageClock } from '../stage/clock';
import { givenWords } from './given-strip';
import { mathText } from './math';
import { PageElement } from './page-element';
import { Remote, type Press, type Projected } from './presenter-channel';
import { stepBody } from './solution';
import './styles/exercise-page.css';
import './styles/presenter.css';

/** The keys that step a presentation, here as there. */
const KEYS: Readonly<Record<string, Press>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  b: 'blank',
  '.': 'blank',
};

/**
 * The presenter's window, in step with the window that is projected: what stands there, what comes
 * next, what to ask the class and what to tell it, how long it has taken.
 */
@customElement('unfold-presenter')
export class Presenter extends PageElement {
  /** The exercise whose window opened this one. */
  @property() number = '';
  @state() private session?: Session;
  @state() private closing = false;
  @state() private seconds = 0;
  private remote?: Remote;
  private stopTimer?: () => void;
  private began = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
    this.remote = new Remote((projected) => void this.follow(projected));
    this.restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
    this.remote?.dispose();
    this.stopTimer?.();
    this.session?.dispose();
    this.session = undefined;
  }

  /** A session of its own on the link that is projected: the same numbers, the same step. */
  private async follow({ link, closing }: Projected): Promise<void> {
    const route = readRoute(link);
    if (route.page !== 'exercise') return;
    const scene = await loadScene(route.number);
    if (!scene || !this.isConnected) return;
    this.session?.dispose();
    this.session = new Session(scene, new MemoryLocation(link), pageClock);
    // A run that is recorded comes later than the page.
    this.session.subscribe(() => this.requestUpdate());
    this.closing = closing;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const press = KEYS[event.key];
    if (!press || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.remote?.press(press);
  };

  private restart(): void {
    this.began = pageClock.now();
    this.tick();
  }

  private tick(): void {
    this.stopTimer?.();
    this.seconds = Math.floor((pageClock.now() - this.began) / 1000);
    this.stopTimer = pageClock.after(1000, () => this.tick());
  }

  protected override render(): TemplateResult {
    const { session } = this;
    return html`<div class="presenter">
      ${session ? this.notes(session) : html`<p class="lead">Waiting for exercise ${this.number} to be shown in another window of this browser …</p>`}
      <div class="presenter-bar">
        ${this.button('previous', 'Step back')} ${this.button('next', 'Step on')}
        ${this.button('blank', 'Blank the screen')}
        <span class="presenter-time" role="timer" aria-label="Time since the start"
          >${minutes(this.seconds)}</span
        >
        <button type="button" class="button" @click=${() => this.restart()}>
          Start the time again
        </button>
      </div>
    </div>`;
  }

  private button(press: Press, name: string): TemplateResult {
    return html`<button
      type="button"
      class="button strong"
      @click=${() => this.remote?.press(press)}
    >
      ${name}
    </button>`;
  }

  private notes(session: Session): TemplateResult {
    const { card, notes } = session.scene;
    const { steps, tab } = session.snapshot;
    const { step } = session;
    const next = steps.at(step);
    return html`<p class="kicker">Exercise ${card.number}</p>
      <h1>${card.title}</h1>
      <div class="presenter-columns">
        <section aria-labelledby="presenter-now">
          <h2 id="presenter-now">
            ${tab === 'hand' ? `On the screen: step ${step} of ${steps.length}` : `On the screen: ${tab === 'scale' ? 'At scale' : 'Code'}`}
          </h2>
          ${step === 0 ? this.problem(session) : stepBody(steps[step - 1])}
        </section>
        <section aria-labelledby="presenter-next">
          <h2 id="presenter-next">Next</h2>
          ${
            next
              ? html`<h3>${mathText(next.title)}</h3>
                  ${stepBody(next)}`
              : html`<p>${this.afterSteps(session)}</p>`
          }
        </section>
      </div>
      <section class="presenter-hands" aria-labelledby="presenter-hands">
        <h2 id="presenter-hands">Show of hands</h2>
        <p>${mathText(notes.hands)}</p>
        <p><strong>Afterwards:</strong> ${mathText(notes.afterwards)}</p>
      </section>`;
  }

  private problem(session: Session): TemplateResult {
    const given = (name: string): TemplateResult => givenWords(session, name);
    return html`<div class="problem-text">
      ${session.scene.problem(given, session.snapshot.values)}
    </div>`;
  }

  private afterSteps({ scene, snapshot }: Session): string | typeof nothing {
    if (!this.closing) return 'The show of hands, again: what to say of it stands below.';
    return scene.scale && snapshot.tab === 'hand' ? 'At scale.' : nothing;
  }
}

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

declare global {
  interface HTMLElementTagNameMap {
    'unfold-presenter': Presenter;
  }
}
