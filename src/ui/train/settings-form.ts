import { html, type TemplateResult } from 'lit';
import { plainSymbol } from '../../solution/symbol';
import { features, featureNames, type FeatureName } from '../../train/features';
import type { TrainSession } from '../../train/session';
import { params } from '../../train/settings';
import { paramControl } from '../given';
import { inline } from '../math';

/** The fields of the page, in the groups they are read in. */
export function settingsForm(session: TrainSession): TemplateResult {
  const control = (name: keyof typeof params): TemplateResult =>
    paramControl(session, params[name], { name, prefix: 'train' });
  return html`<div class="train-settings">
    <fieldset>
      <legend>Data</legend>
      ${(['data', 'noise', 'share', 'batch'] as const)
        .filter((name) => !session.snapshot.idle.includes(name))
        .map(control)}
    </fieldset>
    <fieldset>
      <legend>Inputs</legend>
      <div class="features">${featureNames.map((name) => featureBox(session, name))}</div>
    </fieldset>
    <fieldset>
      <legend>Network</legend>
      ${(['hidden', 'activation', 'initialiser', 'scale', 'seed', 'network'] as const).map(control)}
    </fieldset>
    <fieldset>
      <legend>Training</legend>
      ${(['optimizer', 'lr', 'l1', 'l2'] as const).map(control)}
    </fieldset>
  </div>`;
}

/** The last input cannot be taken away: a network needs one. */
function featureBox(session: TrainSession, name: FeatureName): TemplateResult {
  const chosen = session.snapshot.values.inputs;
  const on = chosen.includes(name);
  const toggle = (event: Event): void => {
    const next = on ? chosen.filter((other) => other !== name) : [...chosen, name];
    if (next.length > 0) session.edit({ inputs: next.join(',') }, true);
    else (event.target as HTMLInputElement).checked = true;
  };
  return html`<label
    ><input
      type="checkbox"
      aria-label=${plainSymbol(features[name].tex)}
      name="input-${name}"
      .checked=${on}
      @change=${toggle} /><span ${inline(features[name].tex)}></span
  ></label>`;
}
