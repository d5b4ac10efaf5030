import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Look } from '../../train/run';
import type { Settings } from '../../train/settings';
import { sizesOf } from '../../train/shape';
import type { Ramp } from '../../stage/ramp';
import type { Edge } from './edge';
import { exportButtons } from './export-buttons';
import { networkView, shapeButtons } from './network-view';
import type { Place } from './plane-view';
import { sameUnit, type Unit } from './unit';
import { unitPanel } from './unit-panel';
import { writtenWeight } from './written-weight';

interface Shown {
  readonly settings: Settings;
  readonly look: Look | undefined;
  /** The point that formulas speak of. */
  readonly place: Place;
  readonly ramp: Ramp;
}

interface Doing {
  reshape(hidden: readonly number[]): void;
  setWeight(edge: Edge, value: number): void;
}

/** The network, one of its units opened, and what is being written on its edges. */
export class NetworkColumn {
  private chosen: Unit = { layer: 1, unit: 0 };
  private pointed: Edge | undefined;
  private opened: Edge | undefined;
  /** What is wrong with a weight as it was written. */
  private fault: { readonly edge: Edge; readonly message: string } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly doing: Doing,
  ) {}

  render({ settings, look, place, ramp }: Shown): TemplateResult {
    const { pointed, opened, fault } = this;
    const { reshape } = this.doing;
    const sizes = sizesOf(settings);
    // Until the run of new settings is drawn, the look is that of the settings before.
    if (!look || !fits(look.weights, sizes)) return shapeButtons({ settings, reshape });
    const { weights } = look;
    const output = { layer: sizes.length - 1, unit: 0 };
    const chosen = this.chosen.unit < (sizes[this.chosen.layer] ?? 0) ? this.chosen : output;
    const write = (edge: Edge, text: string): void => this.write(edge, text);
    return html`${shapeButtons({ settings, reshape })}
    ${networkView({
      ...{ settings, weights, ramp, chosen, pointed, opened },
      choose: (unit) => this.show({ chosen: sameUnit(unit, chosen) ? output : unit }),
      point: (edge) => this.show({ pointed: edge }),
      open: (edge) => this.show({ opened: edge }),
      write,
      reshape,
    })}
    ${unitPanel({ unit: chosen, settings, weights, place, fault, write })}
    ${exportButtons(settings, look, place)}`;
  }

  /** A weight as it was typed; what is wrong with it is said in the panel of its unit. */
  private write(edge: Edge, text: string): void {
    const written = writtenWeight(text);
    if ('value' in written) {
      this.show({ fault: undefined, opened: undefined });
      this.doing.setWeight(edge, written.value);
      return;
    }
    const fault = { edge, message: written.fault };
    this.show({ fault, opened: undefined, chosen: { layer: edge.layer + 1, unit: edge.to } });
  }

  private show(state: object): void {
    Object.assign(this, state);
    this.host.requestUpdate();
  }
}

/** Whether weights are those of a network of this shape. */
export const fits = (weights: readonly Float32Array[], sizes: readonly number[]): boolean =>
  weights.length === sizes.length - 1 &&
  weights.every((own, i) => own.length === (sizes[i] + 1) * sizes[i + 1]);
