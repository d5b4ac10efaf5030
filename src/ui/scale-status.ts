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

const largestOf = ({ agreement: { largest, limit } }: ScaleReport): TemplateResult =>
  html`<output
    name="agreement"
    translate="no"
    aria-live="off"
    data-value=${print(largest)}
    data-limit=${print(limit)}
    >${show(largest, significant(2))}</output
  >`;

/** How far what runs is from the definition, and whether that is near enough. */
const agreementOf = (report: ScaleReport): TemplateResult =>
  report.agreement.holds
    ? html`<span>checked against a reference: differs by at most ${largestOf(report)}</span>`
    : html`<span class="failing"
        >differs from the reference by ${largestOf(report)}, more than rounding explains</span
      >`;

/** What the line leaves out: what was compared with what, and what runs here. */
function detailsOf(report: ScaleReport, device: DeviceChoice, intro: string): TemplateResult {
  const { limit, compared, what } = report.agreement;
  const forms =
    device === 'gpu' ? 'The GPU against its CPU twin' : 'The fast form on the CPU against its twin';
  return html`<details>
    <summary>details</summary>
    <p>${mathText(intro)}</p>
    <p>
      ${forms}: ${grouped(compared)} ${what} were compared. Rounding explains up to
      ${show(limit, significant(2))}.
    </p>
    <p>${grouped(report.count)} ${report.unit} were computed.</p>
    ${report.details ? html`<p>${mathText(report.details)}</p>` : nothing}
  </details>`;
}

/** Which device computes, how long it took, how fast that is, and how well it agrees: one line. */
function lineOf(report: ScaleReport): TemplateResult {
  return html`<span
      ><output name="elapsed" translate="no" aria-live="off" data-value=${print(report.elapsed)}
        >${milliseconds(report.elapsed)}</output
      >
      ms</span
    >
    <span>${rate(report.count, report.elapsed)} ${report.unit} a second</span>
    ${agreementOf(report)}`;
}

/** What a program at scale says of itself: one line, the rest behind details, then what it found. */
export function scaleStatus(
  { state, report, device, deviceName, why, message, progress }: ScaleStatus,
  { intro, again }: { readonly intro: string; readonly again: () => void },
): TemplateResult {
  const opening = state === 'opening';
  return html`<div class="status">
      <div class="measured">
        <strong>${deviceName}</strong>
        ${report ? lineOf(report) : nothing}
        ${
          opening || state === 'running'
            ? html`<span
                >${opening ? 'opening the device' : 'computing'}
                <progress max="1" .value=${progress} aria-label="Progress"></progress
              ></span>`
            : nothing
        }
        ${report ? detailsOf(report, device, intro) : nothing}
      </div>
      ${why ? html`<p>${why}</p>` : nothing}
      ${
        state === 'failed'
          ? html`<p class="failing" role="alert">
                ${message}${report ? ' The last picture stays.' : nothing}
              </p>
              ${tryAgain(again)}`
          : nothing
      }
    </div>
    ${report ? html`<p class="finding">${mathText(report.finding)}</p>` : nothing}`;
}
