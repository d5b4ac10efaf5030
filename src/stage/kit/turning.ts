import { svg, type SVGTemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { Orbit, type OrbitState } from '../orbit';
import type { Box } from './box';
import { fromAbove, type Facing } from './facing';

/** A space in a picture that the reader turns, by hand or with the arrow keys. */
export class Turning {
  private orbit: Orbit | undefined;
  private redraw = (): void => undefined;

  /** How it is looked at until it is turned, and again after 0 was pressed. */
  constructor(private readonly home: Pick<OrbitState, 'azimuth' | 'elevation'>) {}

  get facing(): Facing {
    const { azimuth, elevation } = this.orbit?.state ?? this.home;
    return fromAbove(azimuth, elevation);
  }

  /** What is drawn of it, in the box in which it is taken hold of; `name` says what it is. */
  draw(
    { x, y, width, height }: Box,
    name: string,
    redraw: () => void,
    content: SVGTemplateResult,
  ): SVGTemplateResult {
    this.redraw = redraw;
    return svg`<g class="turning" tabindex="0" role="group" ${ref(this.host)}
      aria-label=${`${name}. Arrow keys turn it, 0 turns it back.`}>
      <rect class="reach" x=${x} y=${y} width=${width} height=${height} />
      ${content}
    </g>`;
  }

  private readonly host = (host: Element | undefined): void => {
    this.orbit?.dispose();
    this.orbit =
      host &&
      new Orbit(host as SVGElement, { ...this.home, distance: 1 }, undefined, () => this.redraw());
  };
}
