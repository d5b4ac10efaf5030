import {
  decimals,
  plainText,
  ScalePicture,
  show,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
} from '../../../src/author';
import { PRICES } from './answers';
import { drawHacking } from './hacking-frame';
import type { Givens } from './model';
import { checkUpdates } from './policy-check';
import { train, type Update } from './policy-gradient';

type ScaleGivens = Givens & { readonly samples: number; readonly updates: number };

/** Policies trained on a proxy, at several prices of KL; the clock goes over their updates. */
export class HackingAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private recorded: readonly Update[] | undefined;
  /** The update that is shown. */
  private tick = 0;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) =>
      this.recorded
        ? { content: drawHacking(this.recorded, this.shown(this.recorded), frame) }
        : undefined,
    );
  }

  async update({ samples, updates }: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const work = stage.compute.scope(signal);
    try {
      const started = stage.clock.now();
      const recorded = await train(work, samples, updates, {
        progress: (share) => stage.progress(share),
        signal,
      });
      const elapsed = stage.clock.now() - started;
      const agreement = await checkUpdates(work, samples, recorded);
      signal.throwIfAborted();
      this.recorded = recorded;
      await this.picture.paint();
      return {
        count: samples * updates * PRICES.length,
        unit: 'answers',
        elapsed,
        agreement,
        finding: finding(recorded),
      };
    } finally {
      work.release();
    }
  }

  duration({ updates }: ScaleGivens): number {
    return updates;
  }

  draw(t: number): void {
    this.tick = t;
    this.picture.redraw();
  }

  resize(): Promise<void> {
    return this.picture.paint();
  }

  describe(): string {
    const { recorded } = this;
    if (!recorded) return 'The policies are being trained.';
    const { truth, proxy } = recorded[this.shown(recorded)];
    const rows = PRICES.map(
      (beta, i) => `at a price of ${beta}: proxy ${two(proxy[i])}, true ${two(truth[i])}`,
    );
    return `After ${this.shown(recorded)} updates, ${rows.join('; ')}. ${plainText(finding(recorded))}`;
  }

  dispose(): void {
    this.recorded = undefined;
    this.picture.dispose();
  }

  private shown(recorded: readonly Update[]): number {
    return Math.min(recorded.length - 1, Math.round(this.tick));
  }
}

const two = (x: number): string => show(x, decimals(2));

/** How high the true reward rose and how deep it fell at the cheapest price, and where others end. */
function finding(recorded: readonly Update[]): string {
  const { truth, proxy } = recorded[recorded.length - 1];
  const curve = recorded.map((update) => update.truth[0]);
  const best = curve.indexOf(Math.max(...curve));
  const fell = best === recorded.length - 1 ? '' : `, then fell to ${two(truth[0])}`;
  const deeper = truth.every((end, i) => i === 0 || end > truth[i - 1]);
  const ends = truth
    .map(two)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' and ');
  return `At $\\beta=${PRICES[0]}$ the true reward rose from ${two(curve[0])} to ${two(curve[best])} at update ${best}${fell}; the proxy rose to ${two(proxy[0])}. ${deeper ? 'The smaller $\\beta$, the deeper it ends' : 'It ends'}: at ${ends} for $\\beta=${PRICES.join(',\\;')}$.`;
}
