// What is read from a page, by functions that run in it and so use nothing from around them.

/**
 * @typedef {object} Seen  an exercise as it stands
 * @property {number} steps  how many there are
 * @property {number} step  the one shown last
 * @property {string} said  what stands unfolded in the reading column, word for word
 * @property {Record<string, string>} answers  each as in `data-value`
 * @property {Record<string, number[]>} boxes  left, top, width and height of the page's parts
 */

/**
 * @typedef {object} Report  what a program at scale says of itself
 * @property {number} largest @property {number} limit @property {number} elapsed
 * @property {string} finding
 * @property {number} fills  which share of its room's height the picture takes
 */

export const isReady = () =>
  document.querySelector('unfold-exercise')?.getAttribute('aria-busy') === 'false' &&
  document.fonts.status === 'loaded';

/** Notes what goes wrong on the page, in every browser alike; runs before the page's own scripts. */
export function probe() {
  /** @type {string[]} */
  const errors = [];
  Object.assign(window, { unfoldErrors: errors });
  const note = (/** @type {any} */ error) => errors.push(String(error?.message ?? error));
  const source = (/** @type {any} */ element) =>
    `${element?.localName} ${element?.src ?? element?.href}`;
  // What does not load tells nobody but those who listen on the way down. Firefox says it of every
  // preload of a module that is there already; where one is missing, its import says so.
  addEventListener(
    'error',
    ({ message, target }) => {
      if (message !== undefined) note(message);
      else if (/** @type {any} */ (target).rel !== 'modulepreload') {
        note(`${source(target)} did not load`);
      }
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
  addEventListener('securitypolicyviolation', ({ blockedURI }) => note(`forbidden: ${blockedURI}`));
  const { error } = console;
  console.error = (...words) => {
    note(words.map((word) => word?.message ?? word).join(' '));
    error.apply(console, words);
  };
}

/** What went wrong on the page so far. @returns {string[]} */
export const errors = () => /** @type {any} */ (window).unfoldErrors;

/** Presses a key of the page's own. @param {string} key */
export function press(key) {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true }));
}

/** @returns {Seen} */
export function seen() {
  const root = /** @type {Element} */ (document.querySelector('unfold-exercise'));
  const all = (/** @type {string} */ selector) => [...root.querySelectorAll(selector)];
  const current = root.querySelector('[aria-current="step"]')?.getAttribute('data-step');
  const parts = {
    heading: 'h1',
    problem: '.problem-text',
    picture: '.picture-stage',
    step: '[aria-current="step"]',
    transport: '[aria-label="Transport"]',
  };
  const column = /** @type {Element} */ (root.querySelector('.reading'));
  const shown = /** @type {Element} */ (column.cloneNode(true));
  for (const folded of shown.querySelectorAll('[hidden]')) folded.remove();
  return {
    steps: all('ol > li[data-step]').length,
    step: Number(current ?? 0),
    said: shown.textContent?.replaceAll(/\s+/g, ' ') ?? '',
    answers: Object.fromEntries(
      all('output[name][data-value]').map((output) => [
        output.getAttribute('name'),
        output.getAttribute('data-value'),
      ]),
    ),
    boxes: Object.fromEntries(
      Object.entries(parts).flatMap(([name, selector]) => {
        const part = root.querySelector(selector);
        if (!part) return [];
        const { left, top, width, height } = part.getBoundingClientRect();
        // Where the column is scrolled to is no matter of layout.
        const scrolled = column.contains(part) ? column.scrollTop : 0;
        return [[name, [left, top + scrolled, width, height]]];
      }),
    ),
  };
}

/** What the page at scale says of itself, or its own words of what went wrong. @returns {Report | string} */
export function report() {
  const panel = /** @type {Element} */ (document.querySelector('unfold-scale'));
  const alert = panel.querySelector('[role="alert"]')?.textContent?.trim();
  const number = (/** @type {string} */ name, /** @type {string} */ attribute) =>
    Number(panel.querySelector(`output[name="${name}"]`)?.getAttribute(attribute) ?? NaN);
  const height = (/** @type {string} */ selector) =>
    panel.querySelector(selector)?.getBoundingClientRect().height ?? 0;
  return (
    alert ?? {
      largest: number('agreement', 'data-value'),
      limit: number('agreement', 'data-limit'),
      elapsed: number('elapsed', 'data-value'),
      finding: panel.querySelector('.finding')?.textContent?.trim() ?? '',
      fills: height('.scale-stage > *') / height('.scale-stage'),
    }
  );
}
