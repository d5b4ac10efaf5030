import {
  around,
  bars,
  dots,
  keptApart,
  key,
  line,
  plot,
  rule,
  svg,
  svgText,
  textWidth,
  tiles,
  type Box,
  type Point,
  type Role,
  type ScaleFrame,
  type SVGTemplateResult,
  type Vector,
} from '../../../src/author';
import { ANSWERS, OVERRATED, PRICES, REFERENCE } from './answers';
import type { Update } from './policy-gradient';

/** Side by side from here on. */
const NARROWEST = 270;
/** Beside a chart, for the names of its lines. */
const NAMES = 62;
const KEY_LINE = 24;

/** Proxy and true reward over the updates, and the policies at the one that is shown. */
export function drawHacking(
  recorded: readonly Update[],
  at: number,
  frame: ScaleFrame,
): SVGTemplateResult {
  const { width, height } = frame;
  const foot = Math.min(200, height * 0.34);
  const charts = { x: 0, y: 0, width: width - 2, height: height - foot - 8 };
  const [proxy, truth] = tiles(charts, 2, NARROWEST, 4);
  const below = { ...charts, y: height - foot, height: foot - KEY_LINE };
  return svg`
    ${curves(recorded, at, 'proxy', proxy, frame)} ${curves(recorded, at, 'truth', truth, frame)}
    ${tiles(below, PRICES.length, 60, 8).map((box, i) => policy(recorded, at, i, box, frame))}
    ${keys(width, height - KEY_LINE)}`;
}

/** The cheaper the KL, the darker the line. */
const opacityOf = (i: number): number => 1 - (0.66 * i) / (PRICES.length - 1);

function curves(
  recorded: readonly Update[],
  at: number,
  which: 'proxy' | 'truth',
  box: Box,
  { id }: ScaleFrame,
): SVGTemplateResult {
  const last = recorded.length - 1;
  const all = recorded.flatMap((update) => update[which]);
  const chart = plot({
    box: { ...box, width: box.width - NAMES },
    id: id(which),
    x: { domain: [0, last], label: 'updates', ticks: 5 },
    y: {
      domain: around(all, 0.06),
      label: which === 'proxy' ? 'proxy reward, which is trained on' : 'true reward',
      ticks: 6,
    },
  });
  const role = which === 'proxy' ? 'gradient' : 'activation';
  const ends = recorded[last][which].map((y) => chart.y(y));
  const names = keptApart(ends, 17, [chart.top + 6, chart.bottom - 4]);
  return svg`${chart.axes}
    ${rule(chart, { x: at })}
    ${chart.inside(
      PRICES.map((_, i) =>
        line(
          chart,
          recorded.map((update, k): Point => [k, update[which][i]]),
          { role, opacity: opacityOf(i) },
        ),
      ),
    )}
    ${dots(
      chart,
      recorded[at][which].map((y, i) => ({ at: [at, y], role, opacity: opacityOf(i) })),
    )}
    ${PRICES.map(
      (beta, i) => svg`<g class=${`role-${role}`}>
        <path class="mark-line" opacity=${opacityOf(i)} d=${`M${chart.right + 2} ${ends[i]}L${chart.right + 12} ${names[i]}`} />
        <text class="label" x=${chart.right + 16} y=${names[i] + 5} font-size="14">${svgText(`$\\beta=${beta}$`)}</text>
      </g>`,
    )}`;
}

/** One policy over the answers, the overrated last; behind it the reference, and faintly how it ends. */
function policy(
  recorded: readonly Update[],
  at: number,
  i: number,
  box: Box,
  { id }: ScaleFrame,
): SVGTemplateResult {
  const chart = plot({
    box: { ...box, y: box.y + 14, height: box.height - 14 },
    id: id(`policy-${i}`),
    x: { domain: [0, ANSWERS], ticks: 0 },
    y: { domain: [0, 1], ticks: 0 },
    left: 4,
  });
  const columns = (shares: Vector, gap: number, opacity?: number, role?: Role) =>
    bars(
      chart,
      shares.map((value, k) => ({
        ...{ from: k, to: k + 1, value, opacity },
        role: role ?? (OVERRATED.includes(k) ? 'gradient' : 'activation'),
      })),
      gap,
    );
  return svg`<text x=${box.x + 4} y=${box.y + 14} font-size="14">${svgText(`$\\beta=${PRICES[i]}$`)}</text>
    ${chart.axes}
    ${columns(recorded[recorded.length - 1].policies[i], 0, 0.25)}
    ${columns(REFERENCE, 0, 0.35, 'input')}
    ${columns(recorded[at].policies[i], 1)}`;
}

const KEYS = [
  { text: 'before training', shorter: 'before', role: 'input' },
  { text: 'policy (faint: at the end)', shorter: 'policy', role: 'activation' },
  { text: 'overrated answers', shorter: 'overrated', role: 'gradient' },
] as const;
/** The sample of an entry of the key, and the space to the next. */
const SAMPLE = 30;
const SPACE = 20;

/** What the bars are, in one line, shortly where there is little room. */
function keys(width: number, y: number): SVGTemplateResult[] {
  const all = KEYS.map(({ text }) => text);
  const wide = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + SAMPLE + textWidth(text, 14) + SPACE, 0);
  const texts = wide(all) > width ? KEYS.map(({ shorter }) => shorter) : all;
  return texts.map((text, i) =>
    key([{ text, role: KEYS[i].role, kind: 'area' }], wide(texts.slice(0, i + 1)) - SPACE + 4, y),
  );
}
