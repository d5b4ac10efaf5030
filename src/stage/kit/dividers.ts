import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Role } from '../../math/role';
import { drag } from '../drag';
import type { Box } from './box';
import { chevron } from './chevron';
import { NORMAL, svgText, textWidth } from './text';

/** A share of a whole. */
export interface ShareOf {
  readonly share: number;
  /** What stands in it where there is room, and what stands there where there is less. */
  readonly text: string;
  readonly shorter?: string;
  readonly role?: Role;
  readonly part?: string;
  readonly opacity?: number;
}

interface DividedBar {
  readonly box: Box;
  readonly shares: readonly ShareOf[];
  /** The grid that shares are dragged on. */
  readonly step: number;
  /** What the dividers change, in words: `the split`. */
  readonly changes: string;
  /** The shares are others now; `commit` when the reader is done. */
  moved(shares: readonly number[], commit: boolean): void;
}

const REACH = 22;
/** Beside a divider, for its arrows. */
const CUE = 13;

/** A bar divided into shares that sum to 1, each divider between two of them to be dragged. */
export function dividedBar(bar: DividedBar): SVGTemplateResult {
  const { box, shares, changes } = bar;
  const starts = shares.map((_, i) =>
    shares.slice(0, i).reduce((sum, { share }) => sum + share, 0),
  );
  return svg`<g class="divided-bar">
    ${shares.map((of, i) => segment(of, { ...box, x: box.x + starts[i] * box.width, width: of.share * box.width }))}
    ${starts.slice(1).map(
      (
        start,
        i,
      ) => svg`<g class="divider" transform=${`translate(${box.x + start * box.width} ${box.y})`}
        @pointerdown=${dragDivider(bar, i)}>
        <title>${`Drag to change ${changes}`}</title>
        <rect class="reach" x=${-REACH / 2} y="-6" width=${REACH} height=${box.height + 12} />
        <line class="bar" y1="-5" y2=${box.height + 5} />
        <g class="cue">
          ${chevron(-9, box.height / 2, { way: 'left', deep: 4, wide: 4 })}
          ${chevron(9, box.height / 2, { way: 'right', deep: 4, wide: 4 })}
        </g>
      </g>`,
    )}
  </g>`;
}

function segment({ text, shorter, role, part, opacity }: ShareOf, box: Box): SVGTemplateResult {
  const says =
    textWidth(text, NORMAL) + 2 * CUE <= box.width
      ? text
      : shorter && textWidth(shorter, NORMAL) <= box.width
        ? shorter
        : undefined;
  return svg`<g class=${role ? `role-${role}` : 'plain'} data-part=${part ?? nothing} opacity=${opacity ?? nothing}>
    <rect class="segment" x=${box.x} y=${box.y} width=${Math.max(0, box.width)} height=${box.height} />
    ${
      says
        ? svg`<text x=${box.x + box.width / 2} y=${box.y + box.height / 2 + 5.5}
            text-anchor="middle" font-size=${NORMAL}>${svgText(says)}</text>`
        : nothing
    }
  </g>`;
}

/** Moves the border between shares i and i + 1, on the grid and between its neighbours. */
const dragDivider =
  ({ shares, box, step, moved }: DividedBar, i: number) =>
  (press: PointerEvent): void => {
    const from = shares.map(({ share }) => share);
    const both = from[i] + from[i + 1];
    let latest = from;
    drag(
      press,
      (dx) => {
        const wanted = Math.round((from[i] + dx / box.width) / step) * step;
        const first = clean(Math.min(both, Math.max(0, wanted)));
        if (first === latest[i]) return;
        latest = from.with(i, first).with(i + 1, clean(both - first));
        moved(latest, false);
      },
      () => {
        if (latest !== from) moved(latest, true);
      },
    );
  };

/** 0.1 + 0.2 is 0.3 to a reader. */
const clean = (x: number): number => Number(x.toPrecision(12));
