import { nothing, svg, type SVGTemplateResult } from 'lit';
import { sameValue, type Vector } from '../../math/value';
import { drag } from '../drag';
import type { Stage } from '../view';
import { roleClass, type Mark } from './marks';
import './vector-arrow.css';

/** What stands on a picture to drag a given vector by; the keyboard has the field of the given. */
export interface VectorHandle<V> extends Mark {
  readonly stage: Pick<Stage<V>, 'edit'>;
  readonly name: keyof V & string;
  readonly x: number;
  readonly y: number;
  /** The ways it goes, as angles on the page in degrees, counted clockwise from the right. */
  readonly ways: readonly number[];
  readonly shape?: 'round' | 'square';
  /** What dragging it changes, in words: `the length of a`. */
  readonly changes: string;
  /** The given as it is when pressed, and what it becomes when dragged so far; nothing where that may not be. */
  readonly from: Vector;
  to(dx: number, dy: number): Vector | undefined;
}

/** Half the side of the square in which it can be pressed: a finger's 44 pixels. */
const REACH = 22;
const RADIUS = 9;
const CUE = 'M-15 -5l-5 5l5 5M15 -5l5 5l-5 5';

export function vectorHandle<V>(of: VectorHandle<V>): SVGTemplateResult {
  const { x, y, ways, shape = 'round', changes, part, opacity } = of;
  return svg`<g class=${`handle ${roleClass(of)}`} data-part=${part ?? nothing}
    opacity=${opacity ?? nothing} transform=${`translate(${x} ${y})`} @pointerdown=${pressed(of)}>
    <title>${`Drag to change ${changes}`}</title>
    <rect class="reach" x=${-REACH} y=${-REACH} width=${2 * REACH} height=${2 * REACH} />
    ${ways.map(
      (angle) => svg`<g transform="rotate(${angle})">
        <path class="cue-ground" d=${CUE} /><path class="cue" d=${CUE} />
      </g>`,
    )}
    ${
      shape === 'round'
        ? svg`<circle class="grip" r=${RADIUS} />`
        : svg`<rect class="grip" x=${-RADIUS + 1} y=${-RADIUS + 1} width=${2 * RADIUS - 2} height=${2 * RADIUS - 2} rx="3" />`
    }
  </g>`;
}

const pressed =
  <V>({ stage, name, from, to }: VectorHandle<V>) =>
  (press: PointerEvent): void => {
    let latest = from;
    const edit = (commit: boolean): void => {
      stage.edit({ [name]: latest } as unknown as Partial<V>, commit);
    };
    drag(
      press,
      (dx, dy) => {
        const next = to(dx, dy);
        if (!next || sameValue(next, latest)) return;
        latest = next;
        edit(false);
      },
      () => {
        if (!sameValue(latest, from)) edit(true);
      },
    );
  };
