// The table of `npm run browsers`.
import { root } from '../ensure.mjs';

/** @typedef {import('./compare.mjs').Verdict} Verdict */

/**
 * @typedef {object} Row
 * @property {string} number
 * @property {string} browser
 * @property {string} steps  how many were gone through by hand
 * @property {boolean} atScale  whether the exercise has a program at scale
 * @property {Verdict | string} verdict  or why there is none
 */

/** @param {Verdict} verdict */
export const isWell = (verdict) => Object.values(verdict).every((wrong) => wrong.length === 0);

/** @param {string[]} wrong */
const cell = (wrong) => (wrong.length === 0 ? 'ok' : String(wrong.length));

/** @param {Row[]} rows */
export function table(rows) {
  const lines = rows.map(({ number, browser, steps, atScale, verdict }) => {
    if (typeof verdict === 'string') return [number, browser, verdict, '', '', '', ''];
    const { hand, scale, answers, errors, layout } = verdict;
    const byHand = hand.length === 0 ? `${steps} steps` : cell(hand);
    const large = atScale ? cell(scale) : 'none';
    return [number, browser, byHand, large, cell(answers), cell(errors), cell(layout)];
  });
  const head = ['Exercise', 'Browser', 'By hand', 'At scale', 'Answers', 'Console', 'Layout'];
  return [head, head.map(() => '---'), ...lines]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}

/** What the numbers of the table stand for. @param {Row} row @returns {string[]} */
export function details({ number, browser, verdict }) {
  if (typeof verdict === 'string') return [`${number} ${browser}: ${verdict}`];
  return Object.entries(verdict).flatMap(([column, wrong]) =>
    wrong.map((/** @type {string} */ finding) => `${number} ${browser}, ${column}: ${finding}`),
  );
}

/**
 * The page of the documentation.
 * @param {Row[]} rows @param {string[]} agents  what each browser calls itself
 */
export async function note(rows, agents) {
  const { format, resolveConfig } = await import('prettier');
  const path = `${root}docs/browsers.md`;
  const text = `# Other browsers

Written by \`npm run browsers\` on ${new Date().toISOString().slice(0, 10)}. Every exercise is opened in Firefox and in WebKit, unfolded step by step, and run At scale on the CPU; what each says, its answers and its layout are compared with Chromium's. A number in a cell counts what was found.

${table(rows)}

${rows
  .flatMap(details)
  .map((line) => `- ${line}\n`)
  .join('')}
The browsers, as they call themselves:

${agents.map((agent) => `- ${agent}\n`).join('')}`;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}
