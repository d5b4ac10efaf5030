import { defineConfig } from '@playwright/test';
import { root } from '../../tools/ensure.mjs';
import { launchOptions } from '../../tools/launch.mjs';
import { site } from '../../tools/stages.mjs';
import { sizes } from './sizes';

/** Another port than `npm start` uses, so that a running app is never tested by mistake. */
const port = Number(process.env.UNFOLD_TEST_PORT ?? 4189);

const build = `npx vite build ${site.join(' ')} && `;
const serve = `npx vite preview --outDir test-results/site --host localhost --port ${port} --strictPort`;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  globalSetup: ['./between.ts', './axe.ts'],
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
      // Browsers are patched between runs and processors round differently, so a baseline is not
      // held to the byte. Measured on the contents page and an exercise, light and dark: Chromium
      // 150 against a baseline of 156 differed in no pixel; one word of 6 letters in 20 px type moved
      // by 1 px in 66, moved by 2 px in 320, recoloured in 272. What is let through: a shift of
      // colour too small to see, edges smoothed another way (not counted at all), and 3 pixels in
      // 100,000, which is 38 on a laptop's screen and 9 on a phone's.
      threshold: 0.05,
      maxDiffPixelRatio: 0.00003,
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
    // A trace costs every test a third of its time: "npm test -- e2e --trace on" when one is wanted.
    screenshot: 'only-on-failure',
  },
  // What a device has no part in is tried without one, what needs one only with it: a test says so by a
  // tag. All others run in both.
  projects: [
    {
      // What can differ where there is a device, which pages by hand never open.
      name: 'webgpu',
      testMatch:
        /(browser|launches|ready|scale|train-gpu|without-webgpu|visits-at-scale)\.test\.ts$/,
      grepInvert: /@cpu/,
      use: { launchOptions: launchOptions({ webgpu: true }) },
    },
    {
      name: 'cpu',
      testIgnore: /(launches|train-gpu|visits-at-scale)\.test\.ts$/,
      grepInvert: /@webgpu/,
      use: { launchOptions: launchOptions({ webgpu: false }) },
    },
  ],
  webServer: {
    // `npm test` has built it by now.
    command: process.env.UNFOLD_TEST_SITE === 'built' ? serve : build + serve,
    cwd: root,
    url: `http://localhost:${port}/`,
    timeout: 300_000,
    // A server left over from elsewhere may serve another build.
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
