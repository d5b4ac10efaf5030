import {
  handle,
  nothing,
  showShort,
  svg,
  svgText,
  type Stage,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Givens } from './model';

export interface Valve {
  readonly stage: Stage<Givens>;
  readonly gate: 'f' | 'i' | 'o';
  readonly name: string;
  /** How far it is open, from 0 to 1; not given where no step has said so yet. */
  readonly open: number | undefined;
  /** Whether the reader can drag it. */
  readonly free: boolean;
  /** The middle of the pipe it stands in, and the inner width of the pipe. */
  readonly x: number;
  readonly y: number;
  readonly bore: number;
  /** Which way the pipe runs. */
  readonly along: 'x' | 'y';
  /** On which side of a pipe that runs down its name stands. */
  readonly says: 'left' | 'right';
  /** Its symbol alone, where there is no room for more. */
  readonly brief?: boolean;
}

/** A plate that is pulled out of a pipe: as far as it is out, so much of the flow passes. */
export function valve(of: Valve): SVGTemplateResult {
  const { gate, open = 0, free, x, y, bore, along } = of;
  const known = of.open !== undefined;
  const edge = bore / 2;
  // Up out of a pipe that runs across; to the right out of one that runs down.
  const [dx, dy] = along === 'x' ? [0, -1] : [1, 0];
  const out = edge + open * bore;
  const end = { x: x + dx * out, y: y + dy * out };
  const tip = { x: x + dx * (out - bore), y: y + dy * (out - bore) };
  return svg`<g class="valve role-activation" data-part=${gate}>
    ${
      known
        ? svg`<path class="plate" d=${`M${end.x} ${end.y}L${tip.x} ${tip.y}`} />`
        : svg`<path class="seat" d=${`M${x + dx * edge} ${y + dy * edge}L${x - dx * edge} ${y - dy * edge}`} />`
    }
    ${
      free
        ? handle<Givens>({
            stage: of.stage,
            name: gate,
            from: open,
            range: { min: 0, max: 1, step: 0.05 },
            ...end,
            along: along === 'x' ? 'y' : 'x',
            changes: `the ${of.name}`,
            role: 'activation',
            to: (right, down) => open + (dx * right + dy * down) / bore,
          })
        : nothing
    }
    ${label(of, known)}
  </g>`;
}

/** Its name and how far it is open, in nobody's way. */
function label({ name, gate, open, x, y, bore, along, says, brief }: Valve, known: boolean) {
  const value = known && !brief ? `$${gate} = ${showShort(open ?? 0)}$` : `$${gate}$`;
  const [at, anchor] =
    along === 'x'
      ? [x + 26, 'start']
      : says === 'left'
        ? [x - bore / 2 - 12, 'end']
        : [x + bore / 2 + 12, 'start'];
  const down = along === 'x' ? y - bore / 2 - 30 : says === 'left' ? y - 4 : y + 34;
  return svg`
    <text class="valve-name" x=${at} y=${down} text-anchor=${anchor} font-size="15">${brief ? '' : name}</text>
    <text class="valve-value" x=${at} y=${down + 20} text-anchor=${anchor} font-size="17">${svgText(value)}</text>`;
}
