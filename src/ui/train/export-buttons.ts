import { html, type TemplateResult } from 'lit';
import { features, type FeatureName } from '../../train/features';
import { networkJson, pyTorch } from '../../train/export';
import { outputsAt } from '../../train/network';
import type { Look } from '../../train/run';
import type { Settings } from '../../train/settings';
import type { Place } from './plane-view';

/** What a reader takes along: the weights, and code that holds them. */
export function exportButtons(settings: Settings, look: Look, place: Place): TemplateResult {
  const { weights, score } = look;
  const code = (): string => {
    const inputs = settings.inputs.map((name) => features[name as FeatureName].of(...place));
    const output = outputsAt(inputs, weights, settings.activation).at(-1)[0];
    return pyTorch(settings, weights, { place, output });
  };
  return html`<div class="take" role="group" aria-label="Take the network along">
    <unfold-copy
      label="Copy weights as JSON"
      .text=${() => networkJson(settings, weights, score.step)}
    ></unfold-copy>
    <unfold-copy label="Copy PyTorch code" .text=${code}></unfold-copy>
  </div>`;
}
