import { html, type TemplateResult } from 'lit';
import { line } from '../../stage/kit/marks';
import { plot } from '../../stage/kit/plot';
import type { Score } from '../../train/curve';

const SIZE = { x: 0, y: 0, width: 400, height: 140 };
/** Fewer units across are drawn larger. */
const PRESENTED = { x: 0, y: 0, width: 280, height: 110 };

/** The losses so far, as two lines that their styles tell apart as well, and their key. */
export const lossCurves = (
  curve: readonly Score[],
  now: Score | undefined,
  presenting: boolean,
): TemplateResult =>
  html`${chart(curve, now, presenting ? PRESENTED : SIZE)}
    <p class="curve-key">
      <span class="role-input">— on the examples it trains on</span>
      <span class="role-gradient">- - on the test examples</span>
    </p>`;

function chart(curve: readonly Score[], now: Score | undefined, size: typeof SIZE): TemplateResult {
  const scores = now && now.step > (curve.at(-1)?.step ?? -1) ? [...curve, now] : curve;
  const most = Math.max(0.1, ...scores.flatMap(({ training, test }) => [training, test]));
  const frame = plot({
    box: size,
    id: 'train-curve',
    x: { domain: [0, Math.max(20, scores.at(-1)?.step ?? 0)], label: 'step', ticks: 5 },
    y: { domain: [0, most], label: 'loss', ticks: 3 },
  });
  const points = (of: 'training' | 'test'): [number, number][] =>
    scores.map((score) => [score.step, score[of]]);
  return html`<svg
    class="picture curve"
    viewBox="0 0 ${size.width} ${size.height}"
    aria-hidden="true"
  >
    ${frame.axes}
    ${frame.inside([
      line(frame, points('training'), { role: 'input' }),
      line(frame, points('test'), { role: 'gradient', style: 'dashed' }),
    ])}
  </svg>`;
}
