import { html, nothing, type TemplateResult } from 'lit';
import { print, significant, show } from '../math/format';
import { mathText } from './math';
import type { ScaleReport } from '../scene/contract';
import type { ScaleStatus } from '../scene/scale-runner';
import type { DeviceChoice } from '../state/link';
import { tryAgain } from './report';

const grouped = (x: number): string => Math.round(x).toLocaleString('en');

/** Whole from 100 on: finer is noise. */
const milliseconds = (x: number): string => (x < 100 ? show(x, significant(2)) : grouped(x));

/** How many a second, in words that fit a line: 3.4 million. */
function rate(count: number, milliseconds: number): string {
  const perSecond = (count * 1000) / Math.max(milliseconds, 0.001);
  const scales: readonly (readonly [number, string])[] = [
    [1e9, ' billion'],
    [1e6, ' million'],
    [1e3, ' thousand'],
  ];
  const [size, word] = scales.find(([limit]) => perSecond >= limit) ?? [1, ''];
  return `${show(perSecond / size, significant(3))}${word}`;
}

function agreementOf({ agreement }: ScaleReport, device: DeviceChoice): TemplateResult {
  const { largest, limit, holds, compared, what } = agreement;
  const against = device === 'gpu' ? 'GPU against its CPU twin' : 'CPU, fast form against its twin';
  return html`<span class=${holds ? '' : 'failing'}
    >${against}: largest difference
    <output name="agreement" aria-live="off" data-value=${print(largest)} data-limit=${print(limit)}
      >${show(largest, significant(2))}</output
    >
    ${holds ? html`within ${show(limit, significant(2))}` : html`beyond the bound`}, over
    ${grouped(compared)} ${what}</span
  >`;
}

/** Which device computes, how long it took, how fast that is, and how well it agrees. */
export function statusLine(status: ScaleStatus, again: () => void): TemplateResult {
  const { state, report, device, deviceName, why, message, progress } = status;
  const busy = state === 'opening' || state === 'running';
  return html`<div class="status">
    <span>Computed by <strong>${deviceName}</strong></span>
    ${
      report
        ? html`<span
              >${grouped(report.count)} ${report.unit} in
              <output name="elapsed" aria-live="off" data-value=${print(report.elapsed)}
                >${milliseconds(report.elapsed)}</output
              >
              ms</span
            >
            <span>${rate(report.count, report.elapsed)} ${report.unit} a second</span>
            ${agreementOf(report, device)}`
        : nothing
    }
    ${
      busy
        ? html`<span
            >${state === 'opening' ? 'Opening the device' : 'Computing'}
            <progress max="1" .value=${progress} aria-label="Progress"></progress
          ></span>`
        : nothing
    }
    ${report ? html`<p class="finding">${mathText(report.finding)}</p>` : nothing}
    ${why ? html`<p>${why}</p>` : nothing}
    ${
      state === 'failed'
        ? html`<p class="failing" role="alert">
              ${message}${report ? ' The last picture stays.' : nothing}
            </p>
            ${tryAgain(again)}`
        : nothing
    }
  </div>`;
}
