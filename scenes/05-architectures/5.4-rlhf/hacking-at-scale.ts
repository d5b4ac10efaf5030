import {
  ChartAtScale,
  decimals,
  plainText,
  show,
  type Compute,
  type Computed,
  type ScaleDrawing,
  type ScaleFrame,
  type Watched,
} from '../../../src/author';
import { PRICES } from './answers';
import { drawHacking } from './hacking-frame';
import type { Givens } from './model';
import { checkUpdates } from './policy-check';
import { train, type Update } from './policy-gradient';

type ScaleGivens = Givens & { readonly samples: number; readonly updates: number };

type Recorded = readonly Update[];

/** Policies trained on a proxy, at several prices of KL; the clock goes over their updates. */
export class HackingAtScale extends ChartAtScale<ScaleGivens, Recorded> {
  protected readonly waiting = 'The policies are being trained.';
  /** The update that is shown. */
  private tick = 0;

  protected async compute(
    work: Compute,
    { samples, updates }: ScaleGivens,
    watched: Watched,
  ): Promise<Computed<Recorded>> {
    const [found, elapsed] = await this.timed(() => train(work, samples, updates, watched));
    return {
      found,
      report: {
        count: samples * updates * PRICES.length,
        unit: 'answers',
        elapsed,
        agreement: await checkUpdates(work, samples, found),
        finding: finding(found),
      },
    };
  }

  duration({ updates }: ScaleGivens): number {
    return updates;
  }

  draw(t: number): void {
    this.tick = t;
    this.picture.redraw();
  }

  protected chart(recorded: Recorded, frame: ScaleFrame): ScaleDrawing {
    return { content: drawHacking(recorded, this.shown(recorded), frame) };
  }

  protected words(recorded: Recorded): string {
    const { truth, proxy } = recorded[this.shown(recorded)];
    const rows = PRICES.map(
      (beta, i) => `at a price of ${beta}: proxy ${two(proxy[i])}, true ${two(truth[i])}`,
    );
    return `After ${this.shown(recorded)} updates, ${rows.join('; ')}. ${plainText(finding(recorded))}`;
  }

  private shown(recorded: Recorded): number {
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
