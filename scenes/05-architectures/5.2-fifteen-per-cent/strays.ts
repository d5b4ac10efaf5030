import {
  area,
  corners,
  dots,
  drawLabels,
  line,
  placed,
  plot,
  rule,
  svg,
  type Box,
  type Point,
  type SVGTemplateResult,
} from '../../../src/author';
import { chosenIn, usualOf, type Tally } from './tally';

/** The band shows this many standard deviations to either side. */
const BAND = 2;
/** Points of a smooth edge. */
const SMOOTH = 60;

interface Stray {
  readonly box: Box;
  readonly id: string;
  readonly label: string;
  /** What a token too many counts for, among so many. */
  of(tokens: number): number;
}

/** How far the chosen tokens are from their expectation, inside what is usual for so many tokens. */
export function strays(
  tallies: readonly Tally[],
  rate: number,
  { box, id, label, of }: Stray,
): SVGTemplateResult {
  const [first, last] = [tallies[0].tokens, tallies[tallies.length - 1].tokens];
  const usual = (tokens: number): number => of(tokens) * usualOf(tokens, rate);
  const walk = tallies.map((each): Point => [
    each.tokens,
    of(each.tokens) * chosenIn(each, rate).off,
  ]);
  const reach = 1.08 * Math.max(...walk.map(([n, y]) => Math.max(BAND * usual(n), Math.abs(y))));
  const chart = plot({
    box,
    id,
    x: { domain: [first, last], log: true, label: 'tokens', ticks: 5 },
    y: { domain: [-reach || -1, reach || 1], label, ticks: 5 },
  });
  const along = Array.from(
    { length: SMOOTH + 1 },
    (_, i) => first * (last / first) ** (i / SMOOTH),
  );
  const edge = (way: number): Point[] => along.map((n) => [n, way * BAND * usual(n)]);
  const says = {
    text: `within ${BAND} standard deviations`,
    shorter: `within ${BAND}$\\sigma$`,
    size: 14,
    tone: 'note' as const,
    spots: corners(chart.area, 14),
  };
  const covered = along.map((n) => {
    const [x, high, low] = [chart.x(n), chart.y(BAND * usual(n)), chart.y(-BAND * usual(n))];
    return { x: x - 3, y: high, width: 6, height: low - high };
  });
  return svg`${chart.axes}
    ${chart.inside(svg`
      ${area(chart, [...edge(1), ...edge(-1).toReversed()], { role: 'input', base: edge(1)[0][1] })}
      ${rule(chart, { y: 0 })}
      ${line(chart, walk, { role: 'input' })}`)}
    ${dots(
      chart,
      walk.map((at) => ({ at, role: 'input' })),
      4,
    )}
    ${drawLabels(placed([says], chart.area, covered))}`;
}
