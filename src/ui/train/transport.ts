import { html, type TemplateResult } from 'lit';
import { lossText } from '../../train/curve';
import { paces, type Pace, type Player } from '../../train/player';
import type { DeviceChoice } from '../../state/link';
import type { TrainSession } from '../../train/session';
import { deviceSwitch } from '../device-switch';
import { icons } from '../icons';
import { round } from '../transport';
import { percent } from './words';

const paceNames: Record<Pace, string> = {
  slow: '1 step a frame',
  steady: '10 steps a frame',
  fast: 'as fast as it can',
};

/** The run goes on, on this device, at the step where it stands. */
export function chooseDevice(player: Player, session: TrainSession, device: DeviceChoice): void {
  session.restAt(player.look?.score.step ?? 0);
  session.show({ device });
}

/** What drives the training, and where it stands. */
export function transport(player: Player, session: TrainSession): TemplateResult {
  const { look, playing, device } = player;
  const score = look?.score;
  const choosing = {
    snapshot: session.snapshot,
    show: (change: { readonly device: DeviceChoice }) =>
      chooseDevice(player, session, change.device),
  };
  const number = (name: string, text: string | undefined): TemplateResult =>
    html`<span class="reading"
      ><span class="reading-name">${name}</span> <b translate="no">${text ?? '–'}</b></span
    >`;
  return html`<div class="transport" role="group" aria-label="Training">
      ${round('Back to the start', icons.home, () => void player.goTo(0))}
      ${round('One step back', icons.back, () => void player.stepBy(-1), { off: !score?.step })}
      ${round(
        playing ? 'Pause' : 'Play',
        playing ? icons.pause : icons.play,
        () => player.toggle(),
        {
          strong: true,
        },
      )}
      ${round('One step on', icons.on, () => void player.stepBy(1))}
      <select
        class="field"
        aria-label="Speed"
        @change=${(event: Event) => {
          player.pace = (event.target as HTMLSelectElement).value as Pace;
        }}
      >
        ${(Object.keys(paces) as Pace[]).map(
          (pace) =>
            html`<option value=${pace} ?selected=${pace === player.pace}>
              ${paceNames[pace]}
            </option>`,
        )}
      </select>
    </div>
    <div class="readings">
      ${number('step', score && String(score.step))}
      ${number('loss', score && lossText(score.training))}
      ${number('test loss', score && lossText(score.test))}
      ${number('right', score && percent(score.right))}
    </div>
    <div class="extras">
      ${deviceSwitch(choosing, device)}
      <button type="button" class="button" @click=${() => session.restore()}>Restore</button>
      <unfold-copy label="Copy link" .text=${() => session.fullAddress}></unfold-copy>
    </div>`;
}
