import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Compute } from '../../compute/compute';
import { openCompute } from '../../compute/open';
import type { Clock } from '../../stage/clock';
import { dataOf } from '../../train/data';
import type { Fate } from '../../train/fates';
import { Population } from '../../train/population';
import type { TrainSession, TrainSnapshot } from '../../train/session';
import { params } from '../../train/settings';
import { populationKey } from '../../train/variation';
import { paramControl } from '../given';
import { PageElement } from '../page-element';
import type { Room } from './fates-layout';
import { fatesView } from './fates-view';
import { populationWords } from './words';

/** Pictures of a population on its way, and the fewest steps between two: each picture takes as long as hundreds. */
const [PICTURES, FEWEST] = [25, 20];
/** Widths of the picture on the page. */
const [LEAST, MOST] = [320, 1200];

/** Many networks that differ in one thing alone, and what becomes of each. */
@customElement('unfold-population')
export class PopulationView extends PageElement {
  @property({ attribute: false }) session!: TrainSession;
  /** What stands in the fields of the page now. */
  @property({ attribute: false }) snapshot!: TrainSnapshot;
  @property({ attribute: false }) clock!: Clock;
  @state() private fates: readonly Fate[] = [];
  @state() private step = 0;
  @state() private going = false;
  @state() private failed = false;
  /** Which point the keys stand at, as they lie in the picture. */
  @state() private at = 0;
  /** The room of the picture, in pixels. */
  @state() private room = { width: MOST, height: 0 };
  private seen: Element | undefined;
  private readonly sizes = new ResizeObserver(([{ contentRect }]) => {
    this.room = contentRect;
  });
  private stop = new AbortController();
  private compute: (Compute & { close(): void }) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.end();
  }

  /** There is something to be seen of them. */
  get isTrained(): boolean {
    return this.fates.length > 0 || this.going;
  }

  protected override updated(): void {
    const picture = this.querySelector('.fates') ?? undefined;
    if (picture === this.seen) return;
    this.sizes.disconnect();
    if (picture) this.sizes.observe(picture);
    this.seen = picture;
  }

  /** On the page as wide as that is; presented it fills its room, and is enlarged with its type. */
  private get pictureRoom(): Room {
    const { width, height } = this.room;
    if (!this.snapshot.present) return { width: Math.min(MOST, Math.max(LEAST, width)) };
    const unit = Number(getComputedStyle(this).getPropertyValue('--unit')) || 1;
    return { width: Math.max(LEAST / 2, width / unit), height: Math.max(LEAST / 2, height / unit) };
  }

  /** Other settings make another population; which of its networks is open does not. */
  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('snapshot') as TrainSnapshot | undefined;
    if (!before || populationKey(before.values) === populationKey(this.snapshot.values)) return;
    this.end();
    this.fates = [];
    this.at = 0;
  }

  private end(): void {
    this.stop.abort();
    this.going = false;
    this.compute?.close();
    this.compute = undefined;
  }

  private async train(): Promise<void> {
    this.end();
    this.failed = false;
    const { signal } = (this.stop = new AbortController());
    const { values: settings, device = 'cpu' } = this.snapshot;
    const [size, steps] = [Number(settings.networks), Number(settings.steps)];
    const chunk = Math.max(FEWEST, Math.ceil(steps / PICTURES));
    this.going = true;
    try {
      const { compute } = await openCompute(device);
      this.compute = compute;
      const population = await Population.open(compute, settings, dataOf(settings), size);
      let finite = true;
      while (!signal.aborted && finite && population.step < steps) {
        finite = await population.advance(Math.min(chunk, steps - population.step));
        const fates = await population.fates();
        if (signal.aborted) return;
        [this.fates, this.step] = [fates, population.step];
        await new Promise<void>((resolve) => this.clock.frame(() => resolve()));
      }
    } catch {
      this.failed = !signal.aborted;
    }
    if (!signal.aborted) this.end();
  }

  protected override render(): TemplateResult {
    const { session, fates, step, going, at } = this;
    const { values: settings } = this.snapshot;
    const control = (name: keyof typeof params): TemplateResult =>
      paramControl(session, params[name], { name, prefix: 'train' });
    return html`<section class="population" aria-labelledby="train-population">
      <h2 id="train-population">The same network, trained many times</h2>
      <div class="population-controls">
        <p class="population-words">${populationWords(settings)}</p>
        ${control('vary')}
        ${settings.vary === 'weights' ? nothing : html`${control('from')}${control('to')}`}
        ${control('networks')}${control('steps')}
        <button
          type="button"
          class="button strong"
          @click=${() => (going ? this.end() : void this.train())}
        >
          ${going ? 'Stop' : 'Train them side by side'}
        </button>
        ${going ? html`<span class="hint">step ${step}</span>` : nothing}
        ${this.failed ? html`<p class="fault" role="alert">The training of these networks stopped. Fewer of them may fit.</p>` : nothing}
      </div>
      ${
        fates.length > 0
          ? fatesView({
              ...{ fates, step, settings, going, at, room: this.pictureRoom },
              walk: (to) => (this.at = to),
              open: ({ member, ended }) => session.openMember(member, ended ?? step),
            })
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-population': PopulationView;
  }
}
