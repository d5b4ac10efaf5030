import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  markRun,
  passed,
  programOf,
  recordedIn,
  recordProgram,
  sameAs,
  slipsProgram,
  taskOf,
} from '../../scene/mark-code';
import type { CodeMark } from '../../scene/mark-code';
import type { Asked, Mark, PredictionKind } from '../../scene/prediction-kind';
import type { Program } from '../../sandbox/frame';
import { run, type Run, type Seams } from '../../sandbox/run';
import { pageClock } from '../../stage/clock';
import '../code-field';
import { spoken } from '../prediction-label';

/** A function that the learner writes: it runs in the sandbox, against tests. */
const code: PredictionKind = {
  runs: true,
  field: (field) =>
    html`<unfold-code-field
      id=${field.id}
      data-predict=${field.prediction.answer}
      .label=${spoken(field)}
      .describedBy=${field.describedBy}
      .starter=${taskOf(field).starter}
      .tests=${taskOf(field).tests}
      .report=${(field.mark as CodeMark | undefined)?.report}
      .value=${live(field.written)}
      @input=${({ target }: Event) => field.write((target as HTMLInputElement).value)}
    ></unfold-code-field>`,
  mark,
  typed: String,
  shown: ({ answer }) =>
    html`<pre class="solution-code" translate="no"><code>${answer.value}</code></pre>`,
};

async function mark(
  written: string,
  asked: Asked,
  signal = new AbortController().signal,
): Promise<Mark> {
  const task = taskOf(asked);
  if (written.trim() === '' || written === task.starter)
    return { verdict: 'unreadable', message: 'Nothing is written yet: write the function first.' };
  const seams: Seams = { after: pageClock.after, signal };
  const record = recordProgram(written, task);
  const [mine, recording] = await Promise.all([
    run(programOf(written, task), seams),
    record && run(record, seams),
  ]);
  const said = { ...markRun(mine, task), recorded: recording && recordedIn(recording) };
  if (said.verdict === 'unreadable' && mine.fault?.kind === 'failed')
    return { ...said, message: `${await placeOf(written)}${said.message}` };
  if (passed(said.report) || mine.fault) return said;
  const slips = asked.slips.filter(({ field }) => field === asked.prediction.answer);
  const known = slips.flatMap((slip) => {
    const source = slip.value(asked.model);
    return source === undefined ? [] : [{ slip, source: String(source) }];
  });
  if (known.length === 0) return said;
  const sources = known.map(({ source }) => source);
  const wrong = await runSlips(slipsProgram(sources, task), seams);
  const found = sameAs(mine, wrong, known.length);
  if (found === undefined) return said;
  const { hint, highlights } = known[found].slip;
  return { ...said, verdict: 'slip', message: hint, highlights };
}

/** Known wrong functions give the same every time: what they gave last is kept. */
let slipsRan: { readonly key: string; readonly run: Run } | undefined;

async function runSlips(program: Program, seams: Seams): Promise<Run> {
  const key = JSON.stringify(program);
  if (slipsRan?.key !== key) slipsRan = { key, run: await run(program, seams) };
  return slipsRan.run;
}

/** Browsers do not tell where code cannot be read; the grammar of the editor does. */
async function placeOf(written: string): Promise<string> {
  const { firstFault } = await import('../code-editor');
  const line = firstFault(written);
  return line === undefined ? '' : `Line ${line}: `;
}

export default code;
