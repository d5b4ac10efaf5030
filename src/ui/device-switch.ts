import { html, type TemplateResult } from 'lit';
import type { DeviceChoice } from '../state/link';

const devices: readonly DeviceChoice[] = ['gpu', 'cpu'];

export const otherDevice = (device: DeviceChoice): DeviceChoice =>
  device === 'gpu' ? 'cpu' : 'gpu';

/** What keeps the choice of a device. */
interface Choosing {
  readonly snapshot: { readonly device: DeviceChoice | undefined };
  show(change: { readonly device: DeviceChoice }): void;
}

/** Shows which device runs; pressing asks for one, which the link then keeps. */
export function deviceSwitch(session: Choosing, running: DeviceChoice): TemplateResult {
  const chosen = session.snapshot.device ?? running;
  const choose = (device: DeviceChoice): void => session.show({ device });
  const onKey = (event: KeyboardEvent): void => {
    if (!event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const other = otherDevice(chosen);
    choose(other);
    const group = event.currentTarget as HTMLElement;
    group.querySelectorAll('button')[devices.indexOf(other)].focus();
  };
  return html`<div class="device" role="radiogroup" aria-label="Device" @keydown=${onKey}>
    ${devices.map(
      (device) =>
        html`<button
          type="button"
          role="radio"
          aria-checked=${device === chosen ? 'true' : 'false'}
          tabindex=${device === chosen ? 0 : -1}
          @click=${() => choose(device)}
        >
          ${device.toUpperCase()}
        </button>`,
    )}
  </div>`;
}
