// How the suites launch Chromium: one set of flags with WebGPU and one without, since flags change
// pixels and what is compared with a baseline must be drawn with the same.
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

const flags = [
  '--disable-lcd-text',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

/**
 * Every window has two hidden pages of Chromium's own, for what drops down below its address: half the
 * work of opening one, so they stay out. A later list of features replaces an earlier one, so what
 * Playwright leaves out (its chromiumSwitches.ts) is named again.
 */
const withoutFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['TcpPortRandomizationWin', 'OptimizationHints', 'NetworkTimeServiceQuerying'],
  ...['AimEnabled', 'PreconnectToSearch'],
];

/**
 * SwiftShader draws everything in software: the same picture with or without a graphics card, and a
 * WebGPU canvas that works without one (it needs the first three). The fourth flag is for WebGPU itself:
 * its software adapter is withheld otherwise, requestAdapter() answers null. The last leaves to SwiftShader
 * only what is put together, not what is painted, which it does slowly.
 */
const withWebgpu = [
  '--use-angle=swiftshader',
  '--use-vulkan=swiftshader',
  '--enable-features=Vulkan',
  '--enable-unsafe-webgpu',
  '--disable-gpu-rasterization',
];

/**
 * Without WebGPU pages are drawn without any graphics process, a fifth faster; WebGL, which some
 * pictures use, is SwiftShader's.
 */
const withoutWebgpu = ['--disable-gpu', '--enable-unsafe-swiftshader'];

/** Chromium refuses its sandbox to root, which is who runs the suites in a container. */
const isRoot = process.getuid?.() === 0;

/**
 * Launch options for Playwright, and for Vitest's browser mode, which stands on it.
 * @param {{ webgpu: boolean }} wanted
 */
export function launchOptions({ webgpu }) {
  return {
    // Undefined where none is found: Playwright then says how to install its own.
    executablePath: findBrowser(),
    args: [
      ...(webgpu ? withWebgpu : withoutWebgpu),
      ...flags,
      `--disable-features=${withoutFeatures.join()}`,
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
    env: {
      .../** @type {Record<string, string>} */ (process.env),
      FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
    },
  };
}
