import { defineConfig } from '@playwright/test';
import { root } from '../../tools/ensure.mjs';
import { launchOptions } from '../../tools/launch.mjs';
import { sizes } from './sizes';

/** Another port than `npm start` uses, so that a running app is never tested by mistake. */
const port = Number(process.env.UNFOLD_TEST_PORT ?? 4189);

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: `${root}test-results/e2e`,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes at the second try has found a bug, in the app or in itself.
  retries: 0,
  reporter: 'list',
  timeout: 60_000,
  // One baseline for every system: flags, fonts and pixel ratio are ours (tools/launch.mjs).
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  expect: {
    timeout: 15_000,
    toHaveScreenshot: {
      // Browsers are patched between runs, so a baseline cannot be held to the byte. A pixel counts
      // as different from a small shift in colour on, and edges smoothed another way do not
      // count at all; what remains may be 1 pixel in 10,000: 130 at 1440 × 900, less than a moved
      // label of four characters or a recoloured cell leave behind.
      threshold: 0.1,
      maxDiffPixelRatio: 0.0001,
      animations: 'disabled',
      caret: 'hide',
      scale: 'device',
    },
  },
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: sizes.laptop,
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'webgpu', use: { launchOptions: launchOptions({ webgpu: true }) } },
    { name: 'cpu', use: { launchOptions: launchOptions({ webgpu: false }) } },
  ],
  webServer: {
    command: `npx vite preview --host localhost --port ${port} --strictPort`,
    cwd: root,
    url: `http://localhost:${port}/`,
    // A server left over from elsewhere may serve another build.
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
