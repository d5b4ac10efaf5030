import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { loadScene } from '../scene/load-scene';
import { Session } from '../scene/session';
import { folded, type Snapshot } from '../scene/snapshot';
import { partsAt } from '../stage/parts';
import type { Predicted } from '../stage/predicted';
import { Announcer } from './announcer';
import { Companion } from './companion';
import { board, readingColumn, type Layout } from './exercise-layout';
import { otherDevice } from './device-switch';
import { copySelection } from './copy-selection';
import { fitType, fitVote } from './fit-type';
import { givenStrip } from './given-strip';
import './help';
import { lettersOn, type Help } from './help';
import { actionFor, isClick, type Actions } from './keys';
import { markOpened } from './progress';
import { LivePicture } from './live-picture';
import { freshId, PageElement, rendered } from './page-element';
import { fillScreen, leaveScreen, openPresenter, presentationUnit } from './presentation';
import { whilePrinting } from './printing';
import { failureNotice } from './report';
import type { Predictions } from './predictions';
import { Projection } from './presenter-channel';
import type { ScalePanel } from './scale';
import './screen';
import type { Screen } from './screen';
import { embedded, type Services } from './services';
import { trackOf, type Track } from './track';
import { Walk } from './walk';
import './styles/exercise-page.css';

const NO_PRESENTER =
  'The browser has not opened the presenter’s window. Allow this page to open windows, then press N again.';

/**
 * One exercise. It alone carries `aria-busy`, true from the very task in which anything changes
 * until the picture of the present state has been drawn, and `data-device`, what is really running.
 */
@customElement('unfold-exercise')
export class Exercise extends PageElement {
  /** Its number: `4.2`. */
  @property() number = '';
  /** Givens and the like, as in the query of a link; for an exercise in another's page. */
  @property() givens = '';
  /** Given by the app; without them the exercise keeps its link to itself. */
  @property({ attribute: false }) services?: Services;
  /** Whether it answers to keys pressed anywhere on the page. */
  @property({ attribute: false }) keys = false;
  /** The browser has not let the presenter’s window open. */
  @state() private noPresenter = false;
  @state() private failure?: { readonly sentence: string; readonly error: unknown };
  @query('.reading') private readonly text!: HTMLElement;
  @query('.picture-stage') private readonly pictureRoot!: HTMLElement;
  @query('.caption') private readonly caption!: HTMLElement;
  @query('unfold-predictions') private readonly predictions?: Predictions;
  @query('unfold-scale') private readonly scalePanel?: ScalePanel;
  @query('unfold-help') private readonly help!: Help;
  @query('unfold-screen') private readonly screen!: Screen;
  session?: Session;
  private picture?: LivePicture;
  private companion?: Companion;
  private projection?: Projection;
  private announcer?: Announcer;
  private readonly ids = freshId();
  private walk?: Walk;
  private cancelFrame: (() => void) | undefined;
  private stopPrinting?: () => void;
  private printing = false;
  private clicked = false;
  private turn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-busy', 'true');
    this.dataset.device = 'cpu';
    addEventListener('resize', this.onResize);
    document.addEventListener('fullscreenchange', this.onFullscreen);
    document.addEventListener('keydown', this.onKey);
    document.addEventListener('pointerdown', this.onPress);
    this.addEventListener('copy', copySelection);
    this.stopPrinting = whilePrinting(this.print);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.onResize);
    document.removeEventListener('fullscreenchange', this.onFullscreen);
    document.removeEventListener('keydown', this.onKey);
    document.removeEventListener('pointerdown', this.onPress);
    this.removeEventListener('copy', copySelection);
    this.stopPrinting?.();
    this.cancelFrame?.();
    this.announcer?.dispose();
    this.picture?.dispose();
    this.companion?.dispose();
    this.projection?.dispose();
    this.session?.dispose();
    this.picture = this.companion = this.session = undefined;
  }

  /** Enters or leaves presentation mode. */
  togglePresent(): void {
    if (!this.session) return;
    const present = !this.session.snapshot.present;
    this.session.show({ present });
    if (present) void fillScreen(this);
    else this.screen.clear();
  }

  /** Opens the list of keys. */
  showKeys(): void {
    this.help.open();
  }

  /** A browser may remember that a script did not arrive, until the page is loaded anew. */
  private async loadAgain(): Promise<void> {
    await this.load();
    if (!this.session) await this.services!.location.reload();
  }

  private async load(): Promise<void> {
    // What was set before the element was defined arrives with its first update.
    await this.updateComplete;
    this.services ??= embedded(`#/${this.number}?${this.givens}`);
    const { location, storage, clock } = this.services;
    try {
      const scene = await loadScene(this.number);
      // Only where a model of the reader's own can answer.
      if (scene?.traceWith) await import('./own-model');
      if (!this.isConnected) return;
      if (!scene) throw new Error(`There is no exercise ${this.number}.`);
      this.session = new Session(scene, location, clock);
      this.session.subscribe(this.changed);
      this.walk = new Walk(this.session, () => this.track, this.changed);
      this.announcer = new Announcer(this.session, clock, (sentence) => {
        this.querySelector('.announcer')!.textContent = sentence;
      });
      markOpened(storage, this.number);
      // Its presenter’s window follows the page that hears keys: an exercise among others has none.
      if (this.keys) this.projection = new Projection((press) => this.act[press]());
      this.changed();
    } catch (error) {
      this.fail('This exercise could not be opened.', error);
    }
  }

  /** Anything changed: busy from this task on, drawn once in the next frame. */
  private readonly changed = (): void => {
    this.setAttribute('aria-busy', 'true');
    this.noPresenter = false;
    this.announcer?.changed();
    this.cancelFrame ??= this.services!.clock.frame(() => {
      this.cancelFrame = undefined;
      void this.show();
    });
  };

  private async show(): Promise<void> {
    const turn = (this.turn += 1);
    try {
      this.fit();
      // However a presentation ends, by Esc or by the browser's back button.
      if (!this.session?.snapshot.present) await leaveScreen(this);
      this.walk?.follow();
      this.requestUpdate();
      await this.updateComplete;
      await rendered(this);
      this.fitType();
      this.draw();
      // What the status says may have taken room from the picture above it.
      this.scalePanel?.runner?.fit();
      // Reading a size makes the browser lay out, and so ask for the fonts it lacks.
      if (this.offsetHeight >= 0 && document.fonts.status === 'loading') {
        await document.fonts.ready;
        this.fitType();
        this.draw();
      }
      this.failure = undefined;
    } catch (error) {
      this.fail('This picture could not be drawn.', error);
    }
    this.querySelector('unfold-solution')?.follow();
    if (this.session) {
      this.projection?.show({ link: this.session.link, closing: this.walk?.closing ?? false });
    }
    if (turn !== this.turn) return;
    this.dataset.device = this.scalePanel?.runner?.status.device ?? 'cpu';
    if (this.settled) this.setAttribute('aria-busy', 'false');
    this.dispatchEvent(new Event('unfold-shown', { bubbles: true }));
  }

  /** Whether what runs by itself has come to its end too. */
  private get settled(): boolean {
    if (this.cancelFrame || this.session?.snapshot.run.state === 'busy') return false;
    if (this.predictions?.running) return false;
    const runner = this.scalePanel?.runner;
    if (this.session?.snapshot.tab !== 'scale') return runner?.status.state !== 'opening';
    return runner?.atRest ?? false;
  }

  private get track(): Track | undefined {
    return this.session && trackOf(this.session, this.scalePanel?.runner);
  }

  /** What the picture sees of the predictions. A handout is empty, whatever was written on the page. */
  private readonly predicted: Predicted = {
    read: (answer) => (this.printing ? '' : (this.predictions?.written(answer) ?? '')),
    write: (answer, text) => this.predictions?.write(answer, text),
    recorded: (answer) => (this.printing ? undefined : this.predictions?.recorded(answer)),
  };

  private draw(): void {
    const { session, shown } = this;
    if (!session || shown?.tab !== 'hand' || shown.model === undefined) return;
    this.picture ??= new LivePicture(session, this.pictureRoot, this.text, this.caption, {
      changed: this.changed,
      pointed: (parts) => this.picture?.point(parts),
      hinted: () => this.predictions?.hinted ?? [],
      predicted: this.predicted,
    });
    this.picture.draw(shown);
    this.companion ??= new Companion(this, this.pictureRoot);
    this.companion.follow();
  }

  private fail(sentence: string, error: unknown): void {
    this.failure = { sentence, error };
    this.setAttribute('aria-busy', 'false');
    reportError(error);
  }

  /** What is to be seen: what the session shows or, on paper, the problem before its first step. */
  private get shown(): Snapshot | undefined {
    const { session, printing } = this;
    if (!session || !printing) return session?.snapshot;
    return { ...folded(session.snapshot), present: false, tab: 'hand' };
  }

  private readonly print = (printing: boolean): void => {
    if (!this.session || printing === this.printing) return;
    this.printing = printing;
    this.fit();
    this.requestUpdate();
    // Paper takes its picture as soon as this and what it begins has ended.
    this.performUpdate();
    this.draw();
  };

  /** Sets the words of a presentation as large as they fit. */
  private fitType(): void {
    if (!this.shown?.present) return;
    fitVote(this, this.predictions);
    for (const box of [this.text, this.scalePanel]) if (box) fitType(box);
  }

  private readonly fit = (): void => {
    const present = this.shown?.present ?? false;
    this.toggleAttribute('data-present', present);
    const unit = present ? presentationUnit(innerWidth, innerHeight) : 1;
    this.style.setProperty('--unit', unit.toFixed(4));
    this.dataset.step = String(this.session?.step ?? 0);
    this.dataset.tab = this.shown?.tab ?? 'hand';
    this.toggleAttribute('data-closing', this.walk?.closing ?? false);
  };

  private readonly onResize = (): void => {
    this.fit();
    // Words that fitted one screen may not fit another, whatever tab shows them.
    if (this.shown?.present) this.changed();
  };

  private readonly onFullscreen = (): void => {
    // Esc leaves the full screen before the page hears of it: it means to leave altogether. So does
    // not the browser, which leaves it for a window that opens and takes the focus.
    const left =
      !document.fullscreenElement && document.hasFocus() && this.session?.snapshot.present;
    if (left) this.session?.show({ present: false });
  };

  /** What keys and the presenter’s window can ask for. */
  private readonly act: Actions = {
    on: () => this.walk?.on(),
    back: () => this.walk?.back(),
    next: () => this.walk?.next(),
    previous: () => this.walk?.previous(),
    home: () => this.track?.home(),
    restore: () => this.session?.restore(),
    device: () => {
      // The other tabs run nothing that a device could be switched under.
      const { session } = this;
      const running = this.scalePanel?.runner?.status.device;
      if (session?.snapshot.tab !== 'scale' || !running) return;
      session.show({ device: otherDevice(session.snapshot.device ?? running) });
    },
    present: () => this.togglePresent(),
    leave: () => {
      if (this.session?.snapshot.present) this.togglePresent();
    },
    blank: () => this.screen.toggleBlank(),
    laser: () => this.screen.toggleLaser(),
    notes: () => {
      this.noPresenter = !openPresenter(this.number);
    },
    help: () => this.showKeys(),
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const { session } = this;
    if (!this.keys || !session) return;
    const action = actionFor(event, {
      letters: lettersOn(this.services!.storage),
      presenting: session.snapshot.present,
      clicked: this.clicked,
    });
    this.clicked = isClick(action);
    if (!action) return;
    event.preventDefault();
    this.act[action]();
  };

  private readonly onPress = (): void => {
    this.clicked = false;
  };

  private readonly onPoint = (event: Event): void => this.picture?.point(partsAt(event.target));
  private readonly onLeave = (): void =>
    this.picture?.point(
      partsAt(this.text.contains(document.activeElement) ? document.activeElement : null),
    );

  protected override render(): TemplateResult {
    const { session, failure } = this;
    if (!session) {
      return failure
        ? failureNotice(
            failure.sentence,
            failure.error,
            this.services!.location.read(),
            () => void this.loadAgain(),
          )
        : html`<p class="sr-only">Opening the exercise …</p>`;
    }
    const snapshot = this.shown ?? session.snapshot;
    const layout: Layout = {
      session,
      snapshot,
      services: this.services!,
      ids: this.ids,
      runner: this.scalePanel?.runner,
      predicted: this.predicted,
      changed: this.changed,
      point: this.onPoint,
      leave: this.onLeave,
      printing: this.printing,
      closing: this.walk?.closing ?? false,
      failed: failure ? failureNotice(failure.sentence, failure.error, session.link) : undefined,
    };
    return html`<div class="exercise">
        ${snapshot.present ? givenStrip(session, this.ids) : nothing}
        ${readingColumn(layout)}${board(layout)}
      </div>
      ${this.noPresenter ? html`<p class="notice bad over" role="alert">${NO_PRESENTER}</p>` : nothing}
      <p class="sr-only announcer" role="status" aria-live="polite"></p>
      <unfold-help .storage=${this.services!.storage}></unfold-help>
      <unfold-screen></unfold-screen>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-exercise': Exercise;
  }
}
