import {
  handle,
  svg,
  svgText,
  textWidth,
  type Box,
  type Frame,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Givens, Model } from './model';

/** What either fan may be. */
export const fans = { min: 1, max: 4096, step: 1 };

const ROW = 44;
const BAR = 18;
const NAME = textWidth('$n_{\\text{out}}$ = 4096', 16) + 12;

export const fansHeight = 2 * ROW + 4;

/** Both fans as bars on one logarithmic scale, dragged by their ends. */
export function fanBars(
  { fan_in, fan_out }: Model,
  { x, y, width }: Box,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  const room = width - NAME - 30;
  const along = (fan: number): number => ((Math.log2(fan) + 1) / (Math.log2(fans.max) + 1)) * room;
  const bar = (
    name: 'fan_in' | 'fan_out',
    symbol: string,
    fan: number,
    role: 'input' | 'activation',
    row: number,
  ): SVGTemplateResult => {
    const middle = y + ROW * (row + 0.5);
    const left = x + NAME;
    const perDoubling = room / (Math.log2(fans.max) + 1);
    return svg`<g data-part=${name}>
        <text class=${`role-${role}`} x=${x} y=${middle + 5} font-size="16"
          >${svgText(`${symbol} = ${fan}`)}</text>
        <rect class=${`mark-bar role-${role}`} x=${left} y=${middle - BAR / 2}
          width=${along(fan)} height=${BAR} rx="4" />
      </g>
      ${handle({
        stage,
        name,
        from: fan,
        range: fans,
        to: (dx) => fan * 2 ** (dx / perDoubling),
        x: left + along(fan),
        y: middle,
        along: 'x',
        changes: name === 'fan_in' ? 'the fan-in' : 'the fan-out',
        role,
        part: name,
      })}`;
  };
  return svg`${bar('fan_in', '$n_{\\text{in}}$', fan_in, 'input', 0)}
    ${bar('fan_out', '$n_{\\text{out}}$', fan_out, 'activation', 1)}`;
}
