import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Split } from '../../train/data-sets';
import { features, type FeatureName } from '../../train/features';
import { outputsAt } from '../../train/network';
import { painted, type Tool } from '../../train/painting';
import type { Player } from '../../train/player';
import type { TrainSession } from '../../train/session';
import { params } from '../../train/settings';
import { sizesOf } from '../../train/shape';
import { mathText } from '../math';
import { agreementLine } from './agreement-line';
import { lossCurves } from './curve-chart';
import { fits } from './network-column';
import './own-data';
import { planeKey } from './plane-key';
import { planeView, type Place } from './plane-view';
import { describe, memoryWords } from './words';

/** The plane with the reader's points and the point that formulas speak of; below it how the loss falls. */
export class PlaneColumn {
  place: Place = [1, 0.5];
  private showTest = false;
  private tool: Tool = 'positive';

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly session: TrainSession,
  ) {}

  render({ look, run, agreement }: Player, split: Split): TemplateResult {
    const { place, showTest } = this;
    const { values: settings, present } = this.session.snapshot;
    const own = settings.data === 'own';
    const fitting = look && fits(look.weights, sizesOf(settings));
    const inputs = settings.inputs.map((name) => features[name as FeatureName].of(...place));
    const output = fitting
      ? outputsAt(inputs, look.weights, settings.activation).at(-1)[0]
      : undefined;
    return html`${planeView({
        split,
        // A point that was painted is seen, whichever part it fell into.
        showTest: showTest || own,
        place,
        output,
        describedBy: 'train-says',
        press: (to) => (this.tool === 'move' || !own ? this.moveTo(to) : this.use(to)),
        use: () => this.use(place),
        move: (to) => this.moveTo(to),
      })}
      ${
        own
          ? html`<unfold-own-data
              .session=${this.session}
              .tool=${this.tool}
              .choose=${(tool: Tool) => {
                this.tool = tool;
                this.host.requestUpdate();
              }}
            ></unfold-own-data>`
          : nothing
      }
      <p class="sr-only" id="train-says">${look ? describe(look.score, split) : ''}</p>
      ${planeKey(showTest, own ? undefined : () => this.toggleTest())}
      ${lossCurves(run?.curve ?? [], look?.score, present)}
      <p class="hint">
        ${mathText('The loss is the mean of $(\\hat y - y)^2$, where $y$ is the class.')}
        ${run ? memoryWords(run.memory) : ''}
      </p>
      ${agreementLine(agreement)}`;
  }

  private toggleTest(): void {
    this.showTest = !this.showTest;
    this.host.requestUpdate();
  }

  private moveTo(place: Place): void {
    this.place = place;
    this.host.requestUpdate();
  }

  /** Paints or erases a point of the reader's own. */
  private use(place: Place): void {
    const { values } = this.session.snapshot;
    if (values.data !== 'own') return;
    const points = painted(values.points, this.tool, place);
    if (points.length === values.points.length) return;
    this.session.edit({ points: params.points.print(points) }, true);
  }
}
