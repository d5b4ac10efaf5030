// One session of W3C WebDriver, over the two ways browsers speak it: HTTP (WebKitWebDriver), and the
// socket that Firefox opens itself (Marionette), so that no further driver need be installed.
import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * @typedef {object} Session
 * @property {(url: string) => Promise<unknown>} navigate
 * @property {(script: string, args: unknown[]) => Promise<unknown>} execute
 * @property {(width: number, height: number) => Promise<unknown>} resize  the window, frame included
 * @property {() => Promise<unknown>} quit
 */

/**
 * Over HTTP.
 * @param {string} address @param {object} capabilities
 * @returns {Promise<Session>}
 */
export async function overHttp(address, capabilities) {
  /** @param {string} method @param {string} path @param {object} [body] */
  async function command(method, path, body) {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  const { sessionId } = await command('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  });
  const session = `/session/${sessionId}`;
  return {
    navigate: (url) => command('POST', `${session}/url`, { url }),
    execute: (script, args) => command('POST', `${session}/execute/sync`, { script, args }),
    resize: (width, height) => command('POST', `${session}/window/rect`, { width, height }),
    quit: () => command('DELETE', session),
  };
}

/**
 * Over Marionette: messages are JSON behind their length, [0, id, name, parameters] one way and
 * [1, id, error, result] the other.
 * @param {number} port
 * @returns {Promise<Session>}
 */
export async function overMarionette(port) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  /** @type {Map<number, (message: [1, number, { message: string } | null, any]) => void>} */
  const waiting = new Map();
  let received = Buffer.alloc(0);
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, colon).toString());
      if (colon < 0 || received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
      // The first message only greets.
      if (Array.isArray(message)) waiting.get(message[1])?.(/** @type {any} */ (message));
    }
  });
  let asked = 0;
  /** @param {string} name @param {object} [parameters] */
  async function command(name, parameters = {}) {
    const id = (asked += 1);
    const message = JSON.stringify([0, id, name, parameters]);
    const answered = new Promise((resolve) => waiting.set(id, resolve));
    socket.write(`${Buffer.byteLength(message)}:${message}`);
    const [, , error, result] = await answered;
    waiting.delete(id);
    if (error) throw new Error(error.message);
    return result?.value;
  }
  await command('WebDriver:NewSession');
  return {
    navigate: (url) => command('WebDriver:Navigate', { url }),
    // Without a sandbox the script sees the page's own objects.
    execute: (script, args) => command('WebDriver:ExecuteScript', { script, args, sandbox: null }),
    resize: (width, height) => command('WebDriver:SetWindowRect', { width, height }),
    async quit() {
      await command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      socket.destroy();
    },
  };
}
