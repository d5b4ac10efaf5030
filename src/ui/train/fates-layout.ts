import { plot, type Plot } from '../../stage/kit/plot';
import { valueOf } from '../../train/variation';
import { variedNames, type Fate } from '../../train/fates';
import type { Settings } from '../../train/settings';

/** Room for the picture, in units of it. */
export interface Room {
  readonly width: number;
  /** Set where the picture fills a screen: what stands in it is as large as it fits. */
  readonly height?: number;
}

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
export const fatesLayout = (fates: readonly Fate[], settings: Settings, room: Room): FatesLayout =>
  settings.vary === 'weights'
    ? stacked(fates, room)
    : alongAxis(fates, settings, settings.vary, room);

const largest = (losses: readonly number[]): number =>
  Math.max(0.1, ...losses.filter(Number.isFinite));

function alongAxis(
  fates: readonly Fate[],
  { vary, from, to }: Settings,
  name: keyof typeof variedNames,
  { width, height = 300 }: Room,
): FatesLayout {
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

/** Units of the picture for a column of losses: on the page, and to try where it fills a screen. */
const COLUMN = 10;
const COLUMNS = [24, 20, 16, 13, 10, 8, 6, 5];

/** Rows of the page: where losses lie far apart a point is still a small one. */
const ROWS = 8;

/** A network is a dot on those before it in its column. */
function stacked(fates: readonly Fate[], { width, height }: Room): FatesLayout {
  if (height === undefined) return inColumns(fates, COLUMN, { width, height: 210 }, ROWS).layout;
  let tried = inColumns(fates, COLUMNS[0], { width, height });
  for (const column of COLUMNS.slice(1)) {
    if (tried.fits) break;
    tried = inColumns(fates, column, { width, height });
  }
  return tried.layout;
}

/** Without a number of rows as many as lie on each other without a gap. */
function inColumns(
  fates: readonly Fate[],
  size: number,
  { width, height }: Required<Room>,
  least?: number,
): { readonly layout: FatesLayout; readonly fits: boolean } {
  const columns = Math.round(width / size);
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
  const last = stacks.has(behind) ? behind + 2 : columns + 2;
  const framed = (rows: number): Plot =>
    plot({
      box: { x: 0, y: 0, width, height },
      id: 'train-fates',
      // No dot is cut by the axis that it stands at.
      x: { domain: [(-0.6 * most) / columns, (most * last) / columns], label: LOSS },
      y: { domain: [-0.6, rows], ticks: 0, label: 'networks' },
      left: 14,
    });
  const { area } = framed(1);
  const across = area.width / (last + 0.6);
  const tallest = Math.max(...stacks.values());
  const room = least ?? area.height / across - 0.6;
  const rows = Math.max(room, tallest);
  const radius = Math.max(1.6, Math.min(0.45 * size, across / 2, area.height / (rows + 0.6) / 2));
  const layout = { width, height, plot: framed(rows), radius, placed, begun: [] };
  return { layout, fits: tallest <= room };
}
