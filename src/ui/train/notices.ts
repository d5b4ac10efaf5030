import { html, nothing, type TemplateResult } from 'lit';
import type { Player } from '../../train/player';
import type { TrainSession, TrainSnapshot } from '../../train/session';
import { failureNotice } from '../report';

type Notice = TemplateResult | typeof nothing;

/** Settings that have no field of their own: what is wrong with them is said here. */
const FIELDLESS = ['inputs', 'points', 'edits'];

/** What of the link could not be read. */
export function linkNotice({ unread, problems }: TrainSnapshot): Notice {
  const faults = problems.filter(({ field }) => FIELDLESS.includes(field));
  if (unread.length + faults.length === 0) return nothing;
  return html`<div class="notice bad train-notice" role="status">
    ${unread.map((sentence) => html`<p>${sentence}</p>`)}
    ${faults.map(({ field, message }) => html`<p>${field} in the link ${message}.</p>`)}
  </div>`;
}

/** What ended the run, or what there is to say of the device. */
export function runNotice(player: Player, { link }: TrainSession, openAgain: () => void): Notice {
  if (player.failure !== undefined) {
    return failureNotice('The training stopped.', player.failure, link, openAgain);
  }
  const broken = player.run?.broken;
  if (broken) {
    const words = broken.loss === 'infinite' ? 'grows beyond all numbers' : 'is no longer a number';
    return html`<div class="notice bad train-notice" role="alert">
      <p>
        After step ${broken.step} the loss ${words}. Lower the learning rate, or begin with smaller
        weights; or step back and change a weight.
      </p>
    </div>`;
  }
  if (!player.notice) return nothing;
  return html`<div class="notice train-notice" role="status"><p>${player.notice}</p></div>`;
}
