// Opens each browser for `npm run browsers`: Chromium, whose answers the others are compared with,
// Firefox and WebKit. All are to have the same room, and no motion.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { launchOptions } from '../launch.mjs';
import { firefoxPath, miniBrowserPath } from './programs.mjs';
import { overHttp, overMarionette } from './webdriver.mjs';

/** @typedef {import('./webdriver.mjs').Session} Session */

/**
 * @typedef {object} Browser
 * @property {(url: string) => Promise<unknown>} goto  a page from nothing
 * @property {<A extends unknown[], T>(inPage: (...args: A) => T, ...args: A) => Promise<T>} run  a
 *   function that uses nothing from around it
 * @property {() => Promise<unknown>} close
 */

export const room = { width: 1440, height: 900 };

/** How long a browser may take to start, in milliseconds. */
const START = 30_000;

/** @template T @param {string} what @param {() => Promise<T | undefined> | T | undefined} find @returns {Promise<T>} */
async function until(what, find) {
  const end = Date.now() + START;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} did not come within ${START / 1000} s`);
    await pause(100);
  }
}

/** Runs a browser or its driver; it ends with `end`. @param {string} program @param {string[]} words @param {NodeJS.ProcessEnv} env */
function start(program, words, env) {
  const child = spawn(program, words, { stdio: 'ignore', env: { ...process.env, ...env } });
  let failure = '';
  child.on('error', (error) => (failure = error.message));
  return {
    /** Throws when it is not running. */
    check() {
      if (failure || child.exitCode !== null) {
        throw new Error(`${program} ended: ${failure || `code ${child.exitCode}`}`);
      }
    },
    async end() {
      if (child.exitCode !== null || failure) return;
      child.kill();
      await Promise.race([once(child, 'exit'), pause(3000)]);
      child.kill('SIGKILL');
    },
  };
}

/**
 * A session as a browser with the room that is wanted.
 * @param {Session} session @param {() => Promise<unknown>} end
 * @returns {Promise<Browser>}
 */
async function browserOf(session, end) {
  /** @type {Browser} */
  const browser = {
    async goto(url) {
      await session.navigate('about:blank');
      await session.navigate(url);
    },
    run: (inPage, ...args) =>
      /** @type {Promise<any>} */ (
        session.execute(`return (${inPage.toString()})(...arguments)`, args)
      ),
    async close() {
      await session.quit().catch(() => undefined);
      await end();
    },
  };
  // The window has a frame and bars besides, known only when it stands.
  let [width, height] = [room.width, room.height];
  for (let tries = 0; tries < 3; tries += 1) {
    await session.resize(width, height);
    await pause(300);
    const [inner, high] = await browser.run(() => [innerWidth, innerHeight]);
    if (inner === room.width && high === room.height) return browser;
    width += room.width - inner;
    height += room.height - high;
  }
  const size = await browser.run(() => `${innerWidth} × ${innerHeight}`);
  throw new Error(`its page cannot be made ${room.width} × ${room.height}: it stays ${size}`);
}

/** @returns {Promise<Browser>} */
export async function openChromium() {
  const launched = await chromium.launch(launchOptions({ webgpu: false }));
  const page = await launched.newPage({ viewport: room, reducedMotion: 'reduce' });
  return {
    async goto(url) {
      await page.goto('about:blank');
      await page.goto(url);
    },
    run: (inPage, ...args) =>
      // As the other browsers get it, so that what works here works there.
      page.evaluate(`(${inPage.toString()})(...${JSON.stringify(args)})`),
    close: () => launched.close(),
  };
}

/** @returns {Promise<Browser>} */
export async function openFirefox() {
  const profile = mkdtempSync(join(tmpdir(), 'unfold-firefox-'));
  // Bars to scroll by would narrow a column; the other two show none.
  const preferences = {
    'marionette.port': 0,
    'ui.prefersReducedMotion': 1,
    'ui.useOverlayScrollbars': 1,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref("${name}", ${value});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const words = ['--headless', '--marionette', '--no-remote', '--profile', profile];
  // As root Firefox refuses a home that is somebody else's.
  const firefox = start(/** @type {string} */ (firefoxPath()), words, { HOME: profile });
  const port = join(profile, 'MarionetteActivePort');
  await until('Firefox', () => {
    firefox.check();
    return existsSync(port) || undefined;
  });
  const session = await overMarionette(Number(readFileSync(port, 'utf8')));
  return browserOf(session, async () => {
    await firefox.end();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}

/** A port that is free now. @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** A screen in memory, large enough for a window with its frame. */
async function startScreen() {
  const words = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const screen = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(
    /** @type {import('node:stream').Readable} */ (screen.stdio[3]),
    'data',
  );
  return { display: `:${String(number).trim()}`, end: () => screen.kill() };
}

/** @returns {Promise<Browser>} */
export async function openWebkit() {
  const home = mkdtempSync(join(tmpdir(), 'unfold-webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  const screen = await startScreen();
  const port = await freePort();
  const driver = start('WebKitWebDriver', [`--port=${port}`], {
    DISPLAY: screen.display,
    XDG_CONFIG_HOME: home,
  });
  const session = await until('WebKitWebDriver', async () => {
    driver.check();
    const address = `http://127.0.0.1:${port}`;
    const ready = await fetch(`${address}/status`).catch(() => undefined);
    return (
      ready &&
      overHttp(address, {
        'webkitgtk:browserOptions': { binary: miniBrowserPath(), args: ['--automation'] },
      })
    );
  });
  return browserOf(session, async () => {
    await driver.end();
    screen.end();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
}
