import { svg, type SVGTemplateResult } from 'lit';
import { drag } from '../drag';
import { roleClass, type Mark } from './marks';
import type { Place } from './layered';

/** What is dragged any way over a picture; the keyboard has the fields of what it changes. */
export interface FreeHandle extends Mark {
  readonly at: Place;
  /** What dragging it changes, in words: `the decision line`. */
  readonly changes: string;
  /** Whether it says at rest that it goes any way; of several close together one is enough. */
  readonly cue?: boolean;
  /** It has been dragged so far, in stage units, from where it was pressed. */
  moved(dx: number, dy: number, commit: boolean): void;
}

/** Half the side of the square in which it can be pressed: a finger's 44 pixels. */
const REACH = 22;
const CUE = 'M-14 -4l-5 4l5 4M14 -4l5 4l-5 4M-4 -14l4 -5l4 5M-4 14l4 5l4 -5';

export function freeHandle(of: FreeHandle): SVGTemplateResult {
  const { at, changes, cue = true, moved } = of;
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
  return svg`<g class=${`handle ${roleClass(of)}`} transform=${`translate(${at.x} ${at.y})`}
    @pointerdown=${onPress}>
    <title>${`Drag to change ${changes}`}</title>
    <rect class="reach" x=${-REACH} y=${-REACH} width=${2 * REACH} height=${2 * REACH} />
    <path class="cue" d=${cue ? CUE : ''} />
    <circle class="grip" r=${cue ? 9 : 7} />
  </g>`;
}
