// How numbers and tables of measurements are written.

/** @param {number} x three significant digits */
export const short = (x) => (x >= 100 ? String(Math.round(x)) : String(Number(x.toPrecision(3))));

/** @param {string[]} head @param {(string | number)[][]} rows */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** @param {boolean} met */
export const judged = (met) => (met ? 'met' : '**missed**');
