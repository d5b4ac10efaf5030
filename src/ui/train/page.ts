import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ramps } from '../../stage/ramp';
import { LiveStage } from '../../stage/live-stage';
import { dataOf } from '../../train/data';
import type { Split } from '../../train/data-sets';
import { rowsOf } from '../../train/edits';
import { features, type FeatureName } from '../../train/features';
import { outputsAt } from '../../train/network';
import { painted, type Tool } from '../../train/painting';
import { Player } from '../../train/player';
import { TrainSession } from '../../train/session';
import { params, runSettings } from '../../train/settings';
import { sizesOf } from '../../train/shape';
import '../copy-button';
import { actionFor, type Actions } from '../keys';
import { otherDevice } from '../device-switch';
import { lettersOn, type Help } from '../help';
import { mathText } from '../math';
import { PageElement } from '../page-element';
import { fillScreen, leaveScreen, presentationUnit } from '../presentation';
import '../screen';
import type { Screen } from '../screen';
import type { Services } from '../services';
import { agreementLine } from './agreement-line';
import { lossCurves } from './curve-chart';
import type { Edge } from './edge';
import { exportButtons } from './export-buttons';
import { networkView, shapeButtons, shapeText } from './network-view';
import { paintFields } from './paint-fields';
import './own-data';
import './population-view';
import { linkNotice, runNotice } from './notices';
import { planeKey } from './plane-key';
import { planeView, type Place } from './plane-view';
import { settingsForm } from './settings-form';
import { trainKeys } from './train-keys';
import { chooseDevice, transport } from './transport';
import { unitPanel } from './unit-panel';
import { sameUnit, type Unit } from './unit';
import { describe, memoryWords, status } from './words';
import { writtenWeight } from './written-weight';
import '../styles/exercise-page.css';
import './train.css';

/** Steps that one press of a clicker takes. */
const CLICK = 100;

/** The page to train on: a network of the reader's, its data, and everything it learns, live. */
@customElement('unfold-train')
export class Train extends PageElement {
  @property({ attribute: false }) services!: Services;
  @state() private chosen: Unit = { layer: 1, unit: 0 };
  @state() private pointed: Edge | undefined;
  @state() private opened: Edge | undefined;
  @state() private fault: { readonly edge: Edge; readonly message: string } | undefined;
  @state() private place: Place = [1, 0.5];
  @state() private showTest = false;
  @state() private tool: Tool = 'positive';
  /** Said to readers of screens once a run rests. */
  @state() private said = '';
  @query('.train-plane') private readonly planeRoot!: HTMLElement;
  @query('.edge-field') private readonly edgeInput?: HTMLInputElement;
  @query('unfold-help') private readonly help!: Help;
  @query('unfold-screen') private readonly screen!: Screen;
  session!: TrainSession;
  private player!: Player;
  private stage: LiveStage | undefined;
  private split!: Split;
  /** What the run that is open was made from. */
  private running = '';
  /** The step of the link: where it rested last, while it goes on. */
  private rested = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.onKey);
    document.addEventListener('fullscreenchange', this.onFullscreen);
  }

  /** What the app hands over is here with the first update: the element may be older than its code. */
  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const { location, clock } = this.services;
    this.session = new TrainSession(location, clock, () => this.follow());
    this.player = new Player(clock, () => this.played());
    this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onKey);
    removeEventListener('resize', this.fit);
    document.removeEventListener('fullscreenchange', this.onFullscreen);
    this.stage?.dispose();
    this.player.dispose();
    this.session.dispose();
  }

  protected override firstUpdated(): void {
    addEventListener('resize', this.fit);
    this.stage = new LiveStage(this.planeRoot, {
      changed: () => this.requestUpdate(),
      point: () => {},
      edit: () => {},
    });
    this.requestUpdate();
  }

  /** The settings changed: the run they lead to is opened in place of the one that is. */
  private follow(): void {
    this.fit();
    const { values, device = 'cpu', step } = this.session.snapshot;
    const wanted = this.keyOfRun();
    const rests = step === this.rested || step === this.player.run?.step;
    this.rested = step;
    if (wanted === this.running && rests) return this.requestUpdate();
    this.running = wanted;
    this.split = dataOf(values);
    this.setAttribute('aria-busy', 'true');
    void this.player.open(values, device, step);
    this.requestUpdate();
  }

  /** Enters or leaves presentation mode. */
  togglePresent(): void {
    this.present(!this.presenting);
  }

  private present(on: boolean): void {
    this.session.present(on);
    this.fit();
    this.requestUpdate();
    if (on) void fillScreen(this);
    else this.screen.clear();
  }

  /** Opens the list of keys. */
  showKeys(): void {
    this.help.open();
  }

  private get presenting(): boolean {
    return this.session.snapshot.present;
  }

  /** Type, strokes and targets are as large as the screen that is presented on asks. */
  private readonly fit = (): void => {
    const { presenting } = this;
    const before = this.hasAttribute('data-present');
    this.toggleAttribute('data-present', presenting);
    const unit = presenting ? presentationUnit(innerWidth, innerHeight) : 1;
    this.style.setProperty('--unit', unit.toFixed(4));
    // However a presentation ends, by Esc or by the browser's back button.
    if (!presenting) void leaveScreen(this);
    if (before !== presenting) this.dispatchEvent(new Event('unfold-shown', { bubbles: true }));
  };

  /** Esc leaves the full screen before the page hears of it: it means to leave altogether. */
  private readonly onFullscreen = (): void => {
    const left = !document.fullscreenElement && document.hasFocus() && this.presenting;
    if (left) this.present(false);
  };

  /** What has failed is opened once more. */
  private openAgain(): void {
    this.running = '';
    this.follow();
  }

  private played(): void {
    const { player, session } = this;
    const { run } = player;
    if (run && !player.playing && player.pending === 0) {
      session.restAt(run.step);
      this.rested = run.step;
      this.said = status(player);
    }
    this.requestUpdate();
  }

  protected override updated(): void {
    const { player } = this;
    if (player.look && this.stage) {
      paintFields(this, player.look, this.session.snapshot.values, this.ramp);
    }
    this.edgeInput?.focus();
    const rests = player.pending === 0 && !player.playing;
    this.setAttribute('aria-busy', rests && (player.look || player.failure) ? 'false' : 'true');
  }

  private get ramp() {
    return ramps(this.stage?.dark ?? false).diverging;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const letters = lettersOn(this.services.storage);
    const action = actionFor(event, { letters, presenting: this.presenting });
    if (!action) return;
    const { player, session, presenting } = this;
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

  /** A weight as it was typed; what is wrong with it is said in the panel of its unit. */
  private write(edge: Edge, text: string): void {
    const written = writtenWeight(text);
    if ('value' in written) return void this.setWeight(edge, written.value);
    this.fault = { edge, message: written.fault };
    this.opened = undefined;
    this.chosen = { layer: edge.layer + 1, unit: edge.to };
  }

  private async setWeight(edge: Edge, value: number): Promise<void> {
    this.fault = undefined;
    this.opened = undefined;
    const edits = await this.player.set({ ...edge, value });
    this.session.edited(rowsOf(edits), this.player.run?.step ?? 0);
    this.running = this.keyOfRun();
  }

  private press(place: Place): void {
    if (this.tool === 'move' || this.session.snapshot.values.data !== 'own') this.place = place;
    else this.use(place);
  }

  /** Paints or erases a point of the reader's own. */
  private use(place: Place): void {
    const { values } = this.session.snapshot;
    if (values.data !== 'own') return;
    const points = painted(values.points, this.tool, place);
    if (points.length === values.points.length) return;
    this.session.edit({ points: params.points.print(points) }, true);
  }

  private keyOfRun(): string {
    const { values, device = 'cpu' } = this.session.snapshot;
    return JSON.stringify([runSettings(values), device]);
  }

  protected override render(): TemplateResult {
    const { player, session } = this;
    return html`<div class="train">
      <div class="train-head">
        <h1>Train it yourself</h1>
        ${transport(player, session)}
      </div>
      ${linkNotice(session.snapshot)} ${runNotice(player, session, () => this.openAgain())}
      <div class="train-body">
        ${settingsForm(session)}
        <div class="train-network">${this.network()}</div>
        <div class="train-plane">${this.plane()}</div>
      </div>
      <unfold-population
        .session=${session}
        .snapshot=${session.snapshot}
        .clock=${this.services.clock}
      ></unfold-population>
      <p class="sr-only" role="status">${this.said}</p>
      <unfold-help .storage=${this.services.storage} .keys=${trainKeys}></unfold-help>
      <unfold-screen></unfold-screen>
    </div>`;
  }

  private network(): TemplateResult {
    const { player, session, place } = this;
    const { look } = player;
    const { values: settings } = session.snapshot;
    const reshape = (hidden: readonly number[]): void =>
      session.edit({ hidden: shapeText(hidden) }, true);
    const sizes = sizesOf(settings);
    // Until the run of new settings is drawn, the look is that of the settings before.
    if (!look || !fits(look.weights, sizes)) return html`${shapeButtons({ settings, reshape })}`;
    const { weights } = look;
    const output = { layer: sizes.length - 1, unit: 0 };
    const chosen = this.chosen.unit < (sizes[this.chosen.layer] ?? 0) ? this.chosen : output;
    const write = (edge: Edge, text: string): void => this.write(edge, text);
    return html`${shapeButtons({ settings, reshape })}
    ${networkView({
      settings,
      weights,
      ramp: this.ramp,
      chosen,
      pointed: this.pointed,
      opened: this.opened,
      choose: (unit) => (this.chosen = sameUnit(unit, chosen) ? output : unit),
      point: (edge) => (this.pointed = edge),
      open: (edge) => (this.opened = edge),
      write,
      reshape,
    })}
    ${unitPanel({
      unit: chosen,
      settings,
      weights,
      place,
      fault: this.fault,
      write,
    })}
    ${exportButtons(settings, look, place)}`;
  }

  private plane(): TemplateResult {
    const { player, session, place, split, showTest } = this;
    const { look, run } = player;
    const { values: settings } = session.snapshot;
    const fitting = look && fits(look.weights, sizesOf(settings));
    const inputs = settings.inputs.map((name) => features[name as FeatureName].of(...place));
    const output = fitting
      ? outputsAt(inputs, look.weights, settings.activation).at(-1)[0]
      : undefined;
    return html`${planeView({
        split,
        // A point that was painted is seen, whichever part it fell into.
        showTest: showTest || settings.data === 'own',
        place,
        output,
        describedBy: 'train-says',
        press: (to) => this.press(to),
        use: () => this.use(place),
        move: (to) => (this.place = to),
      })}
      ${
        settings.data === 'own'
          ? html`<unfold-own-data
              .session=${session}
              .tool=${this.tool}
              .choose=${(tool: Tool) => (this.tool = tool)}
            ></unfold-own-data>`
          : nothing
      }
      <p class="sr-only" id="train-says">${look ? describe(look.score, split) : ''}</p>
      ${planeKey(showTest, () => (this.showTest = !showTest))}
      ${lossCurves(run?.curve ?? [], look?.score, this.presenting)}
      <p class="hint">
        ${mathText('The loss is the mean of $(\\hat y - y)^2$, where $y$ is the class.')}
        ${run ? memoryWords(run.memory) : ''}
      </p>
      ${agreementLine(player.agreement)}`;
  }
}

/** Whether weights are those of a network of this shape. */
const fits = (weights: readonly Float32Array[], sizes: readonly number[]): boolean =>
  weights.length === sizes.length - 1 &&
  weights.every((own, i) => own.length === (sizes[i] + 1) * sizes[i + 1]);

declare global {
  interface HTMLElementTagNameMap {
    'unfold-train': Train;
  }
}
