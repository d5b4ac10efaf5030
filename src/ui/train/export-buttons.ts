import { html, type TemplateResult } from 'lit';
import { features, type FeatureName } from '../../train/features';
import { networkJson, pyTorch } from '../../train/export';
import { outputsAt } from '../../train/network';
import type { Look } from '../../train/run';
import type { Settings } from '../../train/settings';
import { saveFile } from '../save-file';
import type { Place } from './plane-view';

/** What a reader takes along: the weights, and code that holds them. */
export function exportButtons(settings: Settings, look: Look, place: Place): TemplateResult {
  const { weights, score } = look;
  const json = (): string => networkJson(settings, weights, score.step);
  const code = (): string => {
    const inputs = settings.inputs.map((name) => features[name as FeatureName].of(...place));
    const output = outputsAt(inputs, weights, settings.activation).at(-1)[0];
    return pyTorch(settings, weights, { place, output });
  };
  const save = (words: string, file: string, text: () => string, type: string): TemplateResult =>
    html`<button type="button" class="button" @click=${() => saveFile(file, text(), type)}>
      ${words}
    </button>`;
  return html`<div class="take" role="group" aria-label="Take the network along">
    <unfold-copy label="Copy weights as JSON" .text=${json}></unfold-copy>
    ${save('Save as JSON', 'network.json', json, 'application/json')}
    <unfold-copy label="Copy PyTorch code" .text=${code}></unfold-copy>
    ${save('Save as PyTorch', 'network.py', code, 'text/x-python')}
  </div>`;
}
