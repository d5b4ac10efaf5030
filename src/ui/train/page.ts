import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LiveStage } from '../../stage/live-stage';
import { ramps, type Ramp } from '../../stage/ramp';
import { TrainSession } from '../../train/session';
import '../copy-button';
import { otherDevice } from '../device-switch';
import { lettersOn, type Help } from '../help';
import { actionFor, type Actions } from '../keys';
import { PageElement } from '../page-element';
import '../screen';
import type { Screen } from '../screen';
import type { Services } from '../services';
import { NetworkColumn } from './network-column';
import { shapeText } from './network-view';
import { linkNotice, runNotice } from './notices';
import { paintFields } from './paint-fields';
import { PlaneColumn } from './plane-column';
import './population-view';
import type { PopulationView } from './population-view';
import { manySwitch, Presenting } from './presenting';
import { RunInPage } from './run-in-page';
import { settingsForm } from './settings-form';
import { trainKeys } from './train-keys';
import { chooseDevice, transport } from './transport';
import '../styles/exercise-page.css';
import './train.css';

/** Steps that one press of a clicker takes. */
const CLICK = 100;

/** The page to train on: a network of the reader's, its data, and everything it learns, live. */
@customElement('unfold-train')
export class Train extends PageElement {
  @property({ attribute: false }) services!: Services;
  @query('.train-plane') private readonly planeRoot!: HTMLElement;
  @query('.edge-field') private readonly edgeInput?: HTMLInputElement;
  @query('unfold-population') private readonly population?: PopulationView;
  @query('unfold-help') private readonly help!: Help;
  @query('unfold-screen') private readonly screen!: Screen;
  session!: TrainSession;
  private run!: RunInPage;
  private network!: NetworkColumn;
  private plane!: PlaneColumn;
  private presenting!: Presenting;
  private stage: LiveStage | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.onKey);
  }

  /** What the app hands over is here with the first update: the element may be older than its code. */
  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const { location, clock } = this.services;
    this.session = new TrainSession(location, clock, () => this.follow());
    this.run = new RunInPage(this.session, clock, () => this.requestUpdate());
    this.presenting = new Presenting(this, this.session, {
      isTrained: () => this.population?.isTrained ?? false,
      left: () => this.screen.clear(),
    });
    this.plane = new PlaneColumn(this, this.session);
    this.network = new NetworkColumn(this, {
      reshape: (hidden) => this.session.edit({ hidden: shapeText(hidden) }, true),
      setWeight: (edge, value) => void this.run.setWeight(edge, value),
    });
    this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onKey);
    this.stage?.dispose();
    this.run.player.dispose();
    this.session.dispose();
  }

  protected override firstUpdated(): void {
    this.stage = new LiveStage(this.planeRoot, {
      changed: () => this.requestUpdate(),
      point: () => {},
      edit: () => {},
    });
    this.requestUpdate();
  }

  private follow(): void {
    this.presenting.fit();
    this.run.follow();
    if (!this.run.isReady) this.setAttribute('aria-busy', 'true');
    this.requestUpdate();
  }

  /** Enters or leaves presentation mode. */
  togglePresent(): void {
    this.presenting.toggle();
  }

  /** Opens the list of keys. */
  showKeys(): void {
    this.help.open();
  }

  protected override updated(): void {
    const { look } = this.run.player;
    if (look && this.stage) paintFields(this, look, this.session.snapshot.values, this.ramp);
    this.edgeInput?.focus();
    this.setAttribute('aria-busy', this.run.isReady ? 'false' : 'true');
  }

  private get ramp(): Ramp {
    return ramps(this.stage?.dark ?? false).diverging;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { session } = this;
    const presenting = this.presenting.on;
    const letters = lettersOn(this.services.storage);
    const action = actionFor(event, { letters, presenting });
    if (!action) return;
    const { player } = this.run;
    const does: Partial<Actions> = {
      on: event.key === ' ' ? () => player.toggle() : () => void player.stepBy(1),
      back: () => void player.stepBy(-1),
      next: () => void player.stepBy(CLICK),
      previous: () => void player.stepBy(-CLICK),
      home: () => void player.goTo(0),
      restore: () => session.restore(),
      device: () => chooseDevice(player, session, otherDevice(player.device)),
      present: () => this.togglePresent(),
      leave: presenting ? () => this.togglePresent() : undefined,
      blank: () => this.screen.toggleBlank(),
      laser: () => this.screen.toggleLaser(),
      help: () => this.showKeys(),
    };
    // On the page itself these scroll; a clicker has nothing else to send.
    const scrolls = !presenting && (action === 'next' || action === 'previous');
    if (!does[action] || scrolls) return;
    event.preventDefault();
    does[action]();
  };

  protected override render(): TemplateResult {
    const { run, session, plane, network, presenting } = this;
    const { player, split } = run;
    const { snapshot } = session;
    const shown = { settings: snapshot.values, look: player.look, ramp: this.ramp };
    return html`<div class="train">
      <div class="train-head">
        <h1>Train it yourself</h1>
        ${transport(player, session)} ${presenting.on ? manySwitch(presenting) : nothing}
      </div>
      ${linkNotice(snapshot)} ${runNotice(player, session, () => run.openAgain())}
      <div class=${presenting.showsMany ? 'train-board many' : 'train-board'}>
        <div class="train-body">
          ${settingsForm(session)}
          <div class="train-network">${network.render({ ...shown, place: plane.place })}</div>
          <div class="train-plane">${plane.render(player, split)}</div>
        </div>
        <unfold-population
          .session=${session}
          .snapshot=${snapshot}
          .clock=${this.services.clock}
        ></unfold-population>
      </div>
      <p class="sr-only" role="status">${run.said}</p>
      <unfold-help .storage=${this.services.storage} .keys=${trainKeys}></unfold-help>
      <unfold-screen></unfold-screen>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-train': Train;
  }
}
