// Says what was measured: Markdown, for the terminal and for docs/bench.md.
import { choice, firstCall, goals, shares } from './goals.mjs';
import { learningText } from './learning.mjs';
import { judged, short, table } from './tables.mjs';

/** @typedef {Awaited<ReturnType<import('../../tests/bench/main').Bench['measure']>>} Measured */
/** @typedef {Awaited<ReturnType<import('../../tests/bench/main').Bench['ceilings']>>} Ceilings */
/** @typedef {Awaited<ReturnType<import('../../tests/bench/main').Bench['firstCalls']>>} FirstCalls */
/** @typedef {Awaited<ReturnType<import('../../tests/bench/main').Bench['scaling']>>} Scaling */
/** @typedef {Awaited<ReturnType<import('../../tests/bench/main').Bench['attentionMemory']>>} Memory */
/** @typedef {Awaited<ReturnType<import('../../tests/bench/main').Bench['choices']>>} Choices */
/** @typedef {Awaited<ReturnType<import('../../tests/bench/main').Bench['learn']>>} Learning */

/**
 * @typedef {object} Machine
 * @property {string} date
 * @property {string} processor
 * @property {number} cores
 * @property {string} browser
 * @property {string} adapter
 * @property {string} kind  of adapter: hardware or software
 * @property {boolean} isolated
 * @property {{ ours: number, tfjs: number, ort: number }} [threads]  our Workers, and threads of the peers' WebAssembly
 */

/**
 * What a run found; what it was not asked for is absent.
 * @typedef {object} Findings
 * @property {Machine} machine
 * @property {Measured[]} workloads
 * @property {Ceilings} [ceilings]
 * @property {FirstCalls} [firstCalls]
 * @property {Scaling} [scaling]
 * @property {Memory} [memory]
 * @property {Choices} [choices]
 * @property {Learning} [learning]
 */

/** @param {Measured} workload @param {string} name */
const resultOf = ({ results }, name) => results.find((result) => result.name === name);

/** @param {{ ratio: number, stretch?: number }} goal */
const wanted = ({ ratio, stretch }) => `≥ ${ratio}${stretch ? `, stretch ${stretch}` : ''}`;

/** One line for each goal: ratios of medians and of the fastest, and whether it is reached. */
export function goalTable(/** @type {readonly Measured[]} */ workloads) {
  const rows = workloads.flatMap((workload) =>
    (goals[workload.name] ?? []).flatMap((goal) => {
      const [ours, peer] = [resultOf(workload, goal.ours), resultOf(workload, goal.peer)];
      if (!ours || !peer) return [];
      const page = goal.ours === 'ours cpu' ? resultOf(workload, 'ours cpu, page') : undefined;
      const names = [workload.title, goal.ours, goal.peer];
      const broken = [ours, peer].find(({ error, verdict }) => error || !verdict?.right);
      if (broken) {
        const why = `${broken.name}: ${broken.error ? 'did not run' : 'wrong values'}`;
        return [[...names, '', '', '', '', '', wanted(goal), why]];
      }
      const ratio = /** @type {number} */ (peer.median) / /** @type {number} */ (ours.median);
      const fastest = /** @type {number} */ (peer.fastest) / /** @type {number} */ (ours.fastest);
      const verdict =
        goal.stretch && ratio >= goal.stretch ? 'stretch met' : judged(ratio >= goal.ratio);
      return [
        [
          ...names,
          short(ours.median ?? NaN),
          short(peer.median ?? NaN),
          short(ratio),
          short(fastest),
          page?.median && peer.median ? short(peer.median / page.median) : '',
          wanted(goal),
          verdict,
        ],
      ];
    }),
  );
  const head = [
    'workload',
    'ours',
    'against',
    'ours, ms',
    'theirs, ms',
    'ratio',
    'of fastest',
    'one thread',
  ];
  return table([...head, 'goal', ''], rows);
}

/** Everybody's times at one workload. */
export function workloadTable(/** @type {Measured} */ { title, results, bound, rounds }) {
  const rows = results.map((result) => {
    const { name, error, verdict, first, times, batch } = result;
    if (error) return [name, '', '', '', '', '', error.replaceAll(/\s+/g, ' ').slice(0, 120)];
    const values = verdict?.right
      ? ''
      : `**wrong values**, off by ${short(verdict?.largest ?? NaN)}`;
    const fewer = times && times.length < rounds ? `${times.length} rounds` : '';
    return [
      name,
      short(result.median ?? NaN),
      short(result.fastest ?? NaN),
      short(result.ofCanary ?? NaN),
      short(first ?? NaN),
      batch ?? '',
      [values, fewer].filter(Boolean).join('; '),
    ];
  });
  const right = results.find(({ verdict }) => verdict)?.verdict;
  return `### ${title}

${table(['', 'median, ms', 'fastest', 'of the canary', 'first call, ms', 'runs a batch', ''], rows)}

${right?.compared ?? 0} values compared, within ${bound.absolute} + ${bound.relative}·|twin|: ${bound.why}.
`;
}

/** @param {readonly number[]} numbers @param {number} share from 0 to 1 */
function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

/** @param {Ceilings} ceilings @param {readonly Measured[]} workloads */
function ceilingTable({ about, rates }, workloads) {
  const all = [...rates, ...workloads.flatMap((workload) => workload.ceilings)];
  const rows = about.map(({ name, title, unit }) => {
    const own = all.map((each) => each[name]);
    return [title, ...[0.5, 1, 0].map((share) => short(quantile(own, share))), unit];
  });
  return table(['ceiling', 'median', 'best', 'worst', ''], rows);
}

/** @param {Ceilings} ceilings @param {readonly Measured[]} workloads */
function shareTable({ about }, workloads) {
  const rows = shares.flatMap(({ workload: name, ours, ceiling, share }) => {
    const workload = workloads.find((each) => each.name === name);
    const result = workload && resultOf(workload, ours);
    const limit = about.find((each) => each.name === ceiling);
    if (!workload || !result?.median || !limit) return [];
    const rate = workload.work.amount / result.median / 1e6;
    const most = quantile(
      workload.ceilings.map((rates) => rates[limit.name]),
      0.5,
    );
    return [
      [
        workload.title,
        ours,
        `${short(rate)} ${limit.unit}`,
        `${limit.title}, ${short(most)}`,
        `${short((100 * rate) / most)} %`,
        `≥ ${100 * share} %`,
        judged(rate / most >= share),
      ],
    ];
  });
  return table(['workload', '', 'rate', 'of', 'share', 'goal', ''], rows);
}

/** @param {Scaling} scaling */
const scalingTable = (scaling) =>
  table(
    ['workload', 'device', 'milliseconds by size', 'exponent'],
    scaling.map(({ title, device, sizes, exponent }) => [
      title,
      device,
      sizes.map(({ label, milliseconds }) => `${label}: ${short(milliseconds)}`).join(' · '),
      exponent.toFixed(2),
    ]),
  );

/** @param {Memory} memory */
const memoryTable = ({ sizes }) =>
  table(
    ['tokens', 'on the GPU, kB', 'WebAssembly memory, kB', 'a float for every pair, kB'],
    sizes.map(({ tokens, gpu, wasm }) =>
      [tokens, gpu / 1000, wasm / 1000, (4 * tokens * tokens) / 1000].map((x) => short(x)),
    ),
  );

/** @param {FirstCalls} calls */
function firstCallText(calls) {
  const sorted = [...calls].sort((a, b) => b.first - a.first);
  const above = sorted.filter(({ first }) => first >= firstCall);
  const kernels = new Set(calls.map(({ kernel }) => kernel));
  const median = sorted[sorted.length >> 1]?.first ?? NaN;
  const rows = sorted
    .slice(0, Math.max(12, above.length))
    .map(({ kernel, variant, first, again }) => [
      kernel,
      variant,
      short(first),
      short(again),
      judged(first < firstCall),
    ]);
  return `${calls.length} programs of ${kernels.size} kernels, the median ${short(median)} ms; ${above.length} are not
under ${firstCall} ms. The slowest:

${table(['kernel', 'variant', 'first call, ms', 'the next, ms', ''], rows)}`;
}

/**
 * The choice and the form it names are the same code, timed apart: where only one of them is slow, it
 * is noise.
 * @param {Pick<Choices[number], 'chosen' | 'best' | 'ratio' | 'times'>} choice
 */
function verdictOf({ chosen, best, ratio, times }) {
  if (ratio <= choice) return 'met';
  return (times[chosen] ?? NaN) <= choice * (times[best] ?? NaN) ? 'noise' : '**missed**';
}

/** @param {Choices} all */
function choiceText(all) {
  const sorted = [...all].sort((a, b) => b.ratio - a.ratio);
  const worse = sorted.filter((each) => verdictOf(each) !== 'met');
  const rows = sorted
    .slice(0, Math.max(12, worse.length))
    .map(({ kernel, device, call, chosen, best, ratio, times }) => [
      kernel,
      device,
      call,
      chosen,
      Object.entries(times)
        .map(
          ([name, milliseconds]) =>
            `${name === best ? '**' : ''}${name}${name === best ? '**' : ''} ${short(milliseconds)}`,
        )
        .join(' · '),
      short(ratio),
      verdictOf({ chosen, best, ratio, times }),
    ]);
  return `${all.length} calls, of every kernel with more than one form that runs here; ${worse.length} are slower than
${choice} × the best (noise: not where the chosen form is asked for by name). The largest ratios:

${table(['kernel', 'device', 'call', 'chosen', 'milliseconds', 'ratio', ''], rows)}`;
}

/** @param {Findings} findings */
export function report(findings) {
  const { machine, workloads, ceilings, firstCalls, scaling, memory, choices, learning } = findings;
  const { date, processor, cores, browser, adapter, kind, isolated, threads } = machine;
  const parts = [
    `# Bench

Written by \`npm run bench\` on ${date}; run it again for the numbers of another machine. These are of
${cores} cores (${processor}), Chromium ${browser}, WebGPU adapter ${adapter}${kind === 'software' ? ', which is software: the processor again' : ''}.
The page is ${isolated ? '' : 'not '}cross-origin isolated${threads ? `: our work on the CPU has ${threads.ours} Workers, and by their own choice the WebAssembly of tfjs takes ${threads.tfjs} and that of ONNX Runtime ${threads.ort} threads` : ''}.`,
  ];
  if (workloads.length > 0) {
    parts.push(`## Against the goals

Ratio: their time over ours, of medians and of the fastest round. \`ours cpu\` runs in Workers, as a
reader's work does, requests included; "one thread" is the ratio of \`ours cpu, page\`, the same forms
on the page's own thread.

${goalTable(workloads)}`);
  }
  if (ceilings) {
    parts.push(`## The machine's own ceilings

Measured in every round of every workload; a share is of the median of the workload's own rounds. Where
best and worst are far apart, something else ran on the machine.

${ceilingTable(ceilings, workloads)}

${workloads.length > 0 ? shareTable(ceilings, workloads) : ''}`);
  }
  if (workloads.length > 0) {
    parts.push(`## Everybody's times

One page, one run, the same inputs, outputs left on the device. Rounds are interleaved and reversed in
every other; a round is a batch of runs. Every implementation's values are compared with the float64
twin's. "Of the canary" is what the WGSL multiply-add, or float64 in JavaScript, would have done in the
same time of the same round, in millions of operations: a time without the machine's own ups and downs.
The first call has in it what is compiled and, for some, uploaded.

${workloads.map(workloadTable).join('\n')}`);
  }
  if (scaling) {
    parts.push(`## How cost grows

Ours at four sizes; the exponent is the slope of log time over log work, by least squares.

${scalingTable(scaling)}`);
  }
  if (memory) {
    parts.push(`## Attention's memory

All buffers it makes, inputs and outputs included, d 64. Exponents over the number of tokens:
${memory.exponents.gpu.toFixed(2)} on the GPU, ${memory.exponents.wasm.toFixed(2)} in WebAssembly.

${memoryTable(memory)}`);
  }
  if (learning) parts.push(`## Learning\n\n${learningText(learning)}`);
  if (firstCalls) parts.push(`## First calls\n\n${firstCallText(firstCalls)}`);
  if (choices)
    parts.push(`## What is chosen, against the best of our own\n\n${choiceText(choices)}`);
  return `${parts.join('\n\n')}\n`;
}
