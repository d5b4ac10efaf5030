import { nothing, svg, type SVGTemplateResult } from 'lit';
import { drag } from '../drag';
import { chevron } from './chevron';
import { roleClass, type Mark } from './marks';
import type { Place } from './layered';

/** What is dragged any way over a picture; the keyboard has the fields of what it changes. */
export interface FreeHandle extends Mark {
  readonly at: Place;
  /** What dragging it changes, in words: `the decision line`. */
  readonly changes: string;
  /** Whether it says at rest that it goes any way; of several close together one is enough. */
  readonly cue?: boolean;
  /** The ways it goes, as angles in degrees, clockwise from the right; across and up unless said. */
  readonly ways?: readonly number[];
  readonly shape?: 'round' | 'square';
  /** It has been dragged so far, in stage units, from where it was pressed. */
  moved(dx: number, dy: number, commit: boolean): void;
}

/** Half the side of the square in which it can be pressed: a finger's 44 pixels. */
const REACH = 22;
const CUE = svg`${chevron(-19, 0, { way: 'left', deep: 5, wide: 4 })}${chevron(19, 0, { way: 'right', deep: 5, wide: 4 })}`;

export function freeHandle(of: FreeHandle): SVGTemplateResult {
  const { at, changes, cue = true, ways = [0, 90], shape = 'round', part, moved } = of;
  const radius = cue ? 9 : 7;
  const onPress = (press: PointerEvent): void => {
    let last: readonly [number, number] | undefined;
    drag(
      press,
      (dx, dy) => {
        last = [dx, dy];
        moved(dx, dy, false);
      },
      () => {
        if (last) moved(...last, true);
      },
    );
  };
  return svg`<g class=${`handle ${roleClass(of)}`} data-part=${part ?? nothing} transform=${`translate(${at.x} ${at.y})`}
    @pointerdown=${onPress}>
    <title>${`Drag to change ${changes}`}</title>
    <rect class="reach" x=${-REACH} y=${-REACH} width=${2 * REACH} height=${2 * REACH} />
    ${
      cue
        ? ways.map(
            (angle) => svg`<g transform="rotate(${angle})">
              <g class="cue-ground">${CUE}</g><g class="cue">${CUE}</g>
            </g>`,
          )
        : nothing
    }
    <rect class="grip" x=${-radius} y=${-radius} width=${2 * radius} height=${2 * radius}
      rx=${shape === 'round' ? radius : 3} />
  </g>`;
}
