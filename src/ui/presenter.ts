import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { loadScene } from '../scene/load-scene';
import { Session } from '../scene/session';
import { readRoute } from '../state/link';
import { MemoryLocation } from '../state/location';
import type { PageStorage } from '../state/storage';
import { pageClock } from '../stage/clock';
import { givenWords } from './given-strip';
import { lettersOn } from './help';
import { actionFor, type Actions } from './keys';
import { mathText } from './math';
import { PageElement } from './page-element';
import { failureNotice } from './report';
import { Remote, type Press, type Projected } from './presenter-channel';
import { stepBody } from './solution';
import './styles/exercise-page.css';
import './styles/presenter.css';

/** What keys mean here, of what they mean on the page that is projected. */
const PRESSES: Partial<Record<keyof Actions, Press>> = {
  on: 'next',
  next: 'next',
  back: 'previous',
  previous: 'previous',
  blank: 'blank',
};

/**
 * The presenter's window, in step with the window that is projected: what stands there, what comes
 * next, what to ask the class and what to tell it, how long it has taken.
 */
@customElement('unfold-presenter')
export class Presenter extends PageElement {
  /** The exercise it was opened for, and the window that is projected. */
  @property() number = '';
  @property() of = '';
  @property({ attribute: false }) storage!: PageStorage;
  @state() private session?: Session;
  @state() private closing = false;
  @state() private seconds = 0;
  /** What is said in place of an exercise that could not be opened. */
  @state() private failure?: TemplateResult;
  private location?: MemoryLocation;
  private remote?: Remote;
  private stopTimer?: () => void;
  private began = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
    this.restart();
  }

  protected override firstUpdated(): void {
    if (this.of) this.remote = new Remote(this.of, (projected) => void this.follow(projected));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
    this.remote?.dispose();
    this.stopTimer?.();
    this.session?.dispose();
    this.session = undefined;
  }

  /** Goes where the projected window went; an exercise that does not arrive is said, and asked for again. */
  private async follow(projected: Projected): Promise<void> {
    try {
      await this.open(projected);
      this.failure = undefined;
    } catch (error) {
      const { link } = projected;
      const again = (): void => void this.follow(projected);
      this.failure = failureNotice('This exercise could not be opened.', error, link, again);
    }
  }

  /** A session of its own on the link that is projected: the same numbers, the same step. */
  private async open({ link, closing }: Projected): Promise<void> {
    const route = readRoute(link);
    if (route.page !== 'exercise') return;
    const scene = await loadScene(route.number);
    if (!scene || !this.isConnected) return;
    this.closing = closing;
    if (this.session?.scene === scene) {
      this.location?.go(link);
      return;
    }
    this.session?.dispose();
    this.location = new MemoryLocation(link);
    this.session = new Session(scene, this.location, pageClock);
    this.session.subscribe(() => this.requestUpdate());
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const action = actionFor(event, { letters: lettersOn(this.storage), presenting: true });
    const press = action && PRESSES[action];
    if (!press) return;
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
      ${this.failure ?? (session ? this.notes(session) : html`<p class="lead">${this.waiting}</p>`)}
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

  private get waiting(): string {
    return this.of
      ? `Waiting for exercise ${this.number}, in the window that opened this one …`
      : 'This window is opened by the key N, on the page of an exercise.';
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
            On the screen:
            ${{ hand: `step ${step} of ${steps.length}`, scale: 'At scale', code: 'Code' }[tab]}
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

  /** What comes where no step does. */
  private afterSteps({ scene, snapshot }: Session): string {
    if (!this.closing) return 'The show of hands again: what to say of it stands below.';
    return scene.scale && snapshot.tab === 'hand' ? 'At scale.' : 'This is the end.';
  }
}

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

declare global {
  interface HTMLElementTagNameMap {
    'unfold-presenter': Presenter;
  }
}
