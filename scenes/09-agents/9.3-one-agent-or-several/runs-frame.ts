import {
  area,
  bars,
  dots,
  dotsToAvoid,
  drawLabels,
  key,
  line,
  placed,
  plot,
  rule,
  show,
  significant,
  svg,
  type Bar,
  type Box,
  type KeyEntry,
  type Label,
  type Plot,
  type Point,
  type ScaleDrawing,
  type ScaleFrame,
  type SVGTemplateResult,
} from '../../../src/author';
import { costOf, dearest, unitOf } from './runs-words';
import type { Counts, Runs } from './simulate';

const LEAST = 384;
/** What fewer runs than this share reach is off the axis. */
const RARE = 2e-4;
/** Half a bar, in attempts. */
const HALF = 0.2;

/** What runs cost, and below it how long they take. */
export function drawRuns(runs: Runs, frame: ScaleFrame): ScaleDrawing {
  const height = Math.max(LEAST, frame.height);
  const half = { x: 0, width: frame.width, height: height / 2 - 6 };
  return {
    height,
    content: svg`
      ${costs(runs, { ...half, y: 0 }, frame)} ${durations(runs, { ...half, y: height / 2 + 6 }, frame)}`,
  };
}

/** The last entry that more than a rare run reaches. */
const lastOf = ({ runs }: Counts, counts: readonly number[]): number =>
  counts.findLastIndex((n) => n > RARE * runs);

/** A bar for every number of attempts, those of the chain beside those of one agent. */
function costs(runs: Runs, box: Box, { id }: ScaleFrame): SVGTemplateResult {
  const { chain, alone, expected, values } = runs;
  const last = Math.max(
    lastOf(chain, chain.attempts),
    lastOf(alone, alone.attempts),
    dearest(chain),
  );
  const top = Math.max(
    ...[chain, alone].flatMap((each) => each.attempts.map((n) => n / each.runs)),
  );
  const chart = plot({
    box,
    id: id('costs'),
    x: { domain: [0, costOf(runs, last + 1)], label: `what a run costs, in ${unitOf(runs)}` },
    y: { domain: [0, 1.1 * top], label: 'share of the runs', ticks: 4 },
  });
  const drawn = ({ attempts, runs: count }: Counts, side: number, role: Bar['role']): Bar[] =>
    attempts.map((n, made) => ({
      from: costOf(runs, made + Math.min(0, side)),
      to: costOf(runs, made + Math.max(0, side)),
      value: n / count,
      role,
    }));
  const ofOne = values.agents > 1 ? drawn(alone, -2 * HALF, 'input') : [];
  const ofChain = drawn(chain, 2 * HALF, 'activation');
  const formula = expected.attempts.slice(1, last + 1).map((share, i) => ({
    at: [costOf(runs, i + 1 + HALF), share] as const,
  }));
  const planned = costOf(runs, values.agents);
  const dear = costOf(runs, dearest(chain));
  const reached = show(dear, significant(3));
  return svg`${chart.axes}
    ${chart.inside([...bars(chart, ofOne, 1), ...bars(chart, ofChain, 1)])}
    ${rule(chart, { x: planned })} ${rule(chart, { x: dear }, { role: 'gradient' })}
    ${dots(chart, formula)}
    ${drawLabels(
      placed(
        [
          mark(chart, planned, 'the plan'),
          {
            ...mark(chart, dear, `one in a hundred: ${reached} or more`),
            shorter: `1 in 100: ≥ ${reached}`,
            role: 'gradient',
          },
        ],
        chart.area,
        [
          ...covered(chart, [...ofOne, ...ofChain]),
          ...dotsToAvoid(formula.map(({ at: [x, y] }) => [chart.x(x), chart.y(y)])),
        ],
      ),
    )}`;
}

/** What bars take of the picture. */
const covered = (chart: Plot, drawn: readonly Bar[]): Box[] =>
  drawn.map(({ from, to, value }) => ({
    ...{ x: chart.x(from), y: chart.y(value) },
    ...{ width: chart.x(to) - chart.x(from), height: chart.bottom - chart.y(value) },
  }));

const mark = (chart: Plot, x: number, text: string): Label => ({
  text,
  needed: true,
  size: 15,
  spots: [0.3, 0.5, 0.7].flatMap((share) => {
    const y = chart.top + share * chart.area.height;
    return [
      { x: chart.x(x) + 8, y, anchor: 'start' as const },
      { x: chart.x(x) - 8, y, anchor: 'end' as const },
    ];
  }),
});

/** How long runs take: an outline for each design. */
function durations(runs: Runs, box: Box, { id }: ScaleFrame): SVGTemplateResult {
  const { chain, alone, values } = runs;
  const unit = values.latency > 0 ? 'second' : 'call';
  const several = values.agents > 1;
  const end = (lastOf(chain, chain.times) + 2) * chain.aBin;
  const shares = ({ times, aBin, runs: count }: Counts): Point[] =>
    times.slice(0, -1).map((n, i): Point => [(i + 0.5) * aBin, n / count / aBin]);
  const [ofChain, ofOne] = [shares(chain), several ? shares(alone) : []];
  const chart = plot({
    box,
    id: id('durations'),
    x: { domain: [0, end], label: `${unit}s a run takes` },
    y: {
      domain: [0, 1.1 * Math.max(...[...ofChain, ...ofOne].map(([, y]) => y))],
      label: `share of the runs per ${unit}`,
      ticks: 4,
    },
  });
  const outlined = (points: readonly Point[], role: 'input' | 'activation') =>
    svg`${area(chart, points, { role })} ${line(chart, points, { role })}`;
  const one: KeyEntry = { text: 'one agent', role: 'input', kind: 'area' };
  const chained: KeyEntry = {
    text: several ? `${values.agents} agents` : one.text,
    role: 'activation',
    kind: 'area',
  };
  return svg`${chart.axes} ${chart.inside([outlined(ofOne, 'input'), outlined(ofChain, 'activation')])}
    ${key(
      [...(several ? [one] : []), chained, { text: 'by formula', kind: 'dot' }],
      chart.right - 4,
      chart.top + 4,
    )}`;
}
