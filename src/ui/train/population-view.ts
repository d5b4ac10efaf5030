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
import { fatesView } from './fates-view';

/** Steps of a population between two pictures. */
const CHUNK = 20;

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
  private stop = new AbortController();
  private compute: (Compute & { close(): void }) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
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
    this.going = true;
    try {
      const { compute } = await openCompute(device);
      this.compute = compute;
      const population = await Population.open(compute, settings, dataOf(settings), size);
      let finite = true;
      while (!signal.aborted && finite && population.step < steps) {
        finite = await population.advance(Math.min(CHUNK, steps - population.step));
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
      </div>
      ${this.failed ? html`<p class="fault" role="alert">The training of these networks stopped. Fewer of them may fit.</p>` : nothing}
      ${
        fates.length > 0
          ? fatesView({
              ...{ fates, step, settings, going, at, room: this.clientWidth },
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
