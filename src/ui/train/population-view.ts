import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Compute } from '../../compute/compute';
import { openCompute } from '../../compute/open';
import { plot } from '../../stage/kit/plot';
import { dots, type Dot } from '../../stage/kit/marks';
import type { Clock } from '../../stage/clock';
import { dataOf } from '../../train/data';
import { fatesInWords, LEARNED, Population, populations, type Fate } from '../../train/population';
import type { Settings } from '../../train/settings';
import { PageElement } from '../page-element';
import { lossText, percent } from './words';

const SIZE = { x: 0, y: 0, width: 900, height: 210 };
/** Steps of a population between two pictures. */
const CHUNK = 20;

/** Many networks that differ in nothing but the weights they begin with, and what becomes of each. */
@customElement('unfold-population')
export class PopulationView extends PageElement {
  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) clock!: Clock;
  @property({ attribute: false }) device: 'gpu' | 'cpu' = 'cpu';
  /** Opens a network of the population in the page, at the step where it stands. */
  @property({ attribute: false }) open: (network: number, step: number) => void = () => {};
  @state() private size = 64;
  @state() private steps = 500;
  @state() private fates: readonly Fate[] = [];
  @state() private step = 0;
  @state() private going = false;
  @state() private failed = false;
  /** Which point the keys stand at, in the order of the losses. */
  @state() private at = 0;
  private stop = new AbortController();
  private compute: (Compute & { close(): void }) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
  }

  /** Other settings make another population; which of its networks is open does not. */
  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('settings') as Settings | undefined;
    if (!before || keyOf(before) === keyOf(this.settings)) return;
    this.end();
    this.fates = [];
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
    const { settings, size, steps } = this;
    this.going = true;
    try {
      const { compute } = await openCompute(this.device);
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
    const { fates, going, size, steps } = this;
    return html`<section class="population" aria-labelledby="train-population">
      <h2 id="train-population">The same network, begun many times</h2>
      <div class="population-controls">
        <label
          >networks
          <select
            class="field"
            aria-label="Number of networks"
            @change=${(event: Event) => (this.size = Number((event.target as HTMLSelectElement).value))}
          >
            ${populations.map(
              (count) =>
                html`<option value=${count} ?selected=${count === size}>
                  ${count.toLocaleString('en-GB')}
                </option>`,
            )}
          </select></label
        >
        <label
          >steps
          <select
            class="field"
            aria-label="Number of steps"
            @change=${(event: Event) =>
              (this.steps = Number((event.target as HTMLSelectElement).value))}
          >
            ${[100, 500, 2000].map(
              (count) =>
                html`<option value=${count} ?selected=${count === steps}>
                  ${count.toLocaleString('en-GB')}
                </option>`,
            )}
          </select></label
        >
        <button
          type="button"
          class="button strong"
          @click=${() => (going ? this.end() : void this.train())}
        >
          ${going ? 'Stop' : 'Train them side by side'}
        </button>
        ${going ? html`<span class="hint">step ${this.step}</span>` : nothing}
      </div>
      ${this.failed ? html`<p class="fault" role="alert">The training of these networks stopped. Fewer of them may fit.</p>` : nothing}
      ${fates.length > 0 ? this.strip() : nothing}
    </section>`;
  }

  /** One point a network: across its loss, stacked where losses are alike. */
  private strip(): TemplateResult {
    const { fates, going, step } = this;
    const ranked = [...fates].sort((a, b) => a.loss - b.loss);
    const most = Math.max(0.1, ...fates.map(({ loss }) => (Number.isFinite(loss) ? loss : 0)));
    const stacks = new Map<number, number>();
    const placed = ranked
      .filter(({ loss }) => Number.isFinite(loss))
      .map((fate) => {
        const column = Math.round((fate.loss / most) * 90);
        const height = stacks.get(column) ?? 0;
        stacks.set(column, height + 1);
        return { fate, x: (column / 90) * most, height };
      });
    const tallest = Math.max(8, ...stacks.values());
    const frame = plot({
      box: SIZE,
      id: 'train-fates',
      x: { domain: [0, most * 1.02], label: 'loss on the test examples' },
      y: { domain: [-0.6, tallest], ticks: 0, label: 'networks' },
      left: 14,
    });
    const radius = Math.max(1.6, Math.min(4.5, frame.area.height / tallest / 2));
    const current = placed[Math.min(this.at, placed.length - 1)];
    const all = placed.map(({ fate, x, height }): Dot => ({
      at: [x, height],
      part: String(fate.network),
      role: fate.right >= LEARNED ? 'activation' : 'gradient',
      open: fate.network === this.settings.network,
    }));
    const say = ({ network, loss, right }: Fate): string =>
      `Network ${network}: loss ${lossText(loss)}, ${percent(right)} right.`;
    const openAt = (event: Event): void => {
      const part = (event.target as Element).closest('[data-part]')?.getAttribute('data-part');
      if (part) this.open(Number(part), step);
    };
    const onKey = (event: KeyboardEvent): void => {
      const to = {
        ArrowRight: this.at + 1,
        ArrowLeft: this.at - 1,
        Home: 0,
        End: placed.length - 1,
      }[event.key];
      if (event.key === 'Enter' && current) this.open(current.fate.network, step);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.at = Math.max(0, Math.min(placed.length - 1, to));
    };
    return html`<p class="finding" role=${going ? nothing : 'status'}>
        ${fatesInWords(fates, step)}
      </p>
      <div
        class="fates"
        role="group"
        tabindex="0"
        aria-label="Losses of the networks. Arrow keys walk through them, Enter opens one."
        aria-describedby="train-fate"
        @click=${openAt}
        @keydown=${onKey}
      >
        <svg class="picture" viewBox="0 0 ${SIZE.width} ${SIZE.height}" aria-hidden="true">
          ${frame.axes} ${dots(frame, all, radius)}
          ${
            current
              ? svg`<circle class="current" cx=${frame.x(current.x)} cy=${frame.y(current.height)} r=${radius + 4} />`
              : nothing
          }
        </svg>
      </div>
      <p class="curve-key" aria-hidden="true">
        <span class="role-activation">● at least ${100 * LEARNED} % right</span>
        <span class="role-gradient">● fewer</span>
      </p>
      <p class="hint" id="train-fate">
        ${current ? say(current.fate) : ''} Press a point, or Enter, to open that network above.
      </p>`;
  }
}

/** What a population follows from: all settings but the network that is open and its edits. */
const keyOf = ({ network: _network, edits: _edits, ...others }: Settings): string =>
  JSON.stringify(others);

declare global {
  interface HTMLElementTagNameMap {
    'unfold-population': PopulationView;
  }
}
