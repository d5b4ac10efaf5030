// Reads how many tests passed and failed from the reports the two runners write.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Record<'vitest' | 'playwright', (report: any) => Counts>} */
const readers = {
  vitest: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
  // A test that passed only when tried again is flaky, and flaky counts as failed.
  playwright: ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }),
};

/**
 * The counts in a report; none when the runner died before it wrote one.
 * @param {'vitest' | 'playwright'} runner
 * @param {string} file
 * @returns {Counts}
 */
export function readCounts(runner, file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  return readers[runner](JSON.parse(readFileSync(file, 'utf8')));
}
