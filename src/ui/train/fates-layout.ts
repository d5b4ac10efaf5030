import { plot, type Plot } from '../../stage/kit/plot';
import { valueOf } from '../../train/variation';
import { variedNames, type Fate } from '../../train/fates';
import type { Settings } from '../../train/settings';

/** A network where it stands in the picture, in the order in which keys walk through them. */
export interface Placed {
  readonly fate: Fate;
  readonly at: readonly [number, number];
}

export interface FatesLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly radius: number;
  readonly placed: readonly Placed[];
  /** Losses at first, above the values they belong to. */
  readonly begun: readonly (readonly [number, number])[];
}

const LOSS = 'loss on the test examples';

/** Networks beside each other by what they differ in, or else stacked by their losses. */
export const fatesLayout = (
  fates: readonly Fate[],
  settings: Settings,
  width: number,
): FatesLayout =>
  settings.vary === 'weights'
    ? stacked(fates, width)
    : alongAxis(fates, settings, settings.vary, width);

const largest = (losses: readonly number[]): number =>
  Math.max(0.1, ...losses.filter(Number.isFinite));

function alongAxis(
  fates: readonly Fate[],
  { vary, from, to }: Settings,
  name: keyof typeof variedNames,
  width: number,
): FatesLayout {
  const height = 300;
  const most = largest(fates.flatMap(({ loss, begun }) => [loss, begun]));
  // Networks whose numbers ended stand above all losses.
  const above = 1.12 * most;
  const frame = plot({
    box: { x: 0, y: 0, width, height },
    id: 'train-fates',
    x: { domain: [from, to], log: true, label: variedNames[name].one },
    y: { domain: [0, 1.2 * most], ticks: 5, label: LOSS },
  });
  const x = ({ member }: Fate): number => valueOf(member, { vary });
  return {
    ...{ width, height, plot: frame },
    radius: fates.length > 256 ? 2.5 : 4.5,
    placed: fates.map((fate) => ({
      fate,
      at: [x(fate), fate.ended === undefined ? fate.loss : above],
    })),
    begun: fates.map((fate): [number, number] => [x(fate), fate.begun]),
  };
}

/** Units of the picture for a column of losses. */
const COLUMN = 10;

function stacked(fates: readonly Fate[], width: number): FatesLayout {
  const height = 210;
  const columns = Math.round(width / COLUMN);
  // Those without a loss stand behind all others.
  const behind = Math.round(1.08 * columns);
  const most = largest(fates.map(({ loss }) => loss));
  const stacks = new Map<number, number>();
  const column = ({ loss, ended }: Fate): number =>
    ended === undefined ? Math.round((loss / most) * columns) : behind;
  const ranked = [...fates].sort((a, b) => column(a) - column(b) || a.loss - b.loss || 0);
  const placed = ranked.map((fate): Placed => {
    const beneath = stacks.get(column(fate)) ?? 0;
    stacks.set(column(fate), beneath + 1);
    return { fate, at: [(column(fate) / columns) * most, beneath] };
  });
  const tallest = Math.max(8, ...stacks.values());
  const last = stacks.has(behind) ? behind + 2 : columns + 2;
  const frame = plot({
    box: { x: 0, y: 0, width, height },
    id: 'train-fates',
    x: { domain: [0, (most * last) / columns], label: LOSS },
    y: { domain: [-0.6, tallest], ticks: 0, label: 'networks' },
    left: 14,
  });
  const radius = Math.max(1.6, Math.min(4.5, frame.area.height / tallest / 2));
  return { width, height, plot: frame, radius, placed, begun: [] };
}
