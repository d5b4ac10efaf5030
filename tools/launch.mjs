// How the suites launch Chromium: one set of flags, since another set changes pixels.
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

const flags = [
  // SwiftShader draws everything in software: the same picture with or without a graphics card,
  // and a WebGPU canvas that works without one (it needs all three).
  '--use-angle=swiftshader',
  '--use-vulkan=swiftshader',
  '--enable-features=Vulkan',
  '--disable-lcd-text',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Without this flag the software adapter is withheld: requestAdapter() answers null. */
const webgpuFlag = '--enable-unsafe-webgpu';

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
    args: [...(webgpu ? [webgpuFlag] : []), ...flags, ...(isRoot ? ['--no-sandbox'] : [])],
    env: {
      .../** @type {Record<string, string>} */ (process.env),
      FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
    },
  };
}
