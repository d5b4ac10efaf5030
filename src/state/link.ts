import { BadValue } from './read';
import type { Params, Values } from './params';

/** The three faces of an exercise page. */
export const tabs = ['hand', 'scale', 'code'] as const;
export type Tab = (typeof tabs)[number];
export type DeviceChoice = 'gpu' | 'cpu';

/** Keys of a link that are not givens. */
const OWN_KEYS = ['step', 'tab', 'variant', 'device', 'present'] as const;

/** Where a link leads. */
export type Route =
  | { readonly page: 'contents' }
  | { readonly page: 'exercise'; readonly number: string; readonly query: string }
  | { readonly page: 'unknown'; readonly written: string };

/** `#/` contents, `#/1.3?…` an exercise. */
export function readRoute(hash: string): Route {
  const [path, query = ''] = split(hash.replace(/^#/, ''), '?');
  if (path === '' || path === '/') return { page: 'contents' };
  const exercise = /^\/(\d+\.\d+)\/?$/.exec(path);
  if (exercise) return { page: 'exercise', number: exercise[1], query };
  return { page: 'unknown', written: path };
}

/** What a link asks of an exercise, as far as it could be read. */
export interface Asked {
  /** Text of each given the link names, unread. */
  readonly givens: Readonly<Record<string, string>>;
  readonly step: number;
  readonly tab: Tab;
  readonly variant?: number;
  readonly device?: DeviceChoice;
  readonly present: boolean;
  /** Sentences about what could not be read. */
  readonly unread: readonly string[];
}

/** Reads the query of an exercise's link. Never throws: what cannot be read is said in `unread`. */
export function readQuery(query: string, params: Params): Asked {
  const givens: Record<string, string> = {};
  const own: Partial<Record<(typeof OWN_KEYS)[number], string>> = {};
  const unread: string[] = [];
  for (const [key, text] of new URLSearchParams(query)) {
    if (Object.hasOwn(params, key)) givens[key] = text;
    else if ((OWN_KEYS as readonly string[]).includes(key)) own[key as 'step'] = text;
    else if (key !== '') unread.push(`“${key}” is not a given of this exercise.`);
  }

  const oneOf = <W extends string>(key: 'tab' | 'device', words: readonly W[]): W | undefined => {
    const word = own[key];
    if (word === undefined || words.includes(word as W)) return word as W | undefined;
    unread.push(`${key}=${word} is not known; it can be ${words.join(' or ')}.`);
    return undefined;
  };
  const count = (key: 'step' | 'variant', fallback?: number): number | undefined => {
    const text = own[key];
    if (text === undefined) return fallback;
    if (/^-?\d+(\.\d*)?$/.test(text)) return Math.max(0, Math.floor(Number(text)));
    unread.push(`${key}=${text} is not a number of a ${key}.`);
    return fallback;
  };

  let variant = count('variant');
  if (variant !== undefined && (variant < 1 || variant > MAX_VARIANT)) {
    unread.push(
      `variant=${own.variant ?? ''} does not exist; variants run from 1 to ${MAX_VARIANT}.`,
    );
    variant = undefined;
  }
  if (own.present !== undefined && own.present !== '1') {
    unread.push(`present=${own.present} is not known; presentation mode is present=1.`);
  }
  return {
    givens,
    step: count('step', 0) ?? 0,
    tab: oneOf('tab', ['scale', 'code'] as const) ?? 'hand',
    variant,
    device: oneOf('device', ['gpu', 'cpu'] as const),
    present: own.present === '1',
    unread,
  };
}

/** Variants are numbered by what a seed of 32 bits can hold. */
export const MAX_VARIANT = 2 ** 31 - 1;

/** Everything a link says of an exercise. */
export interface Shown {
  readonly number: string;
  /** Text of each given that differs from its base value, in the order declared. */
  readonly givens: readonly (readonly [string, string])[];
  readonly step: number;
  readonly tab: Tab;
  readonly variant?: number;
  readonly device?: DeviceChoice;
  readonly present: boolean;
}

/** Writes a link. Only what is not the default is written; never a `+`. */
export function writeLink(shown: Shown): string {
  const pairs: [string, string][] = shown.givens.map(([name, text]) => [name, text]);
  if (shown.step > 0) pairs.push(['step', String(shown.step)]);
  if (shown.tab !== 'hand') pairs.push(['tab', shown.tab]);
  if (shown.variant !== undefined) pairs.push(['variant', String(shown.variant)]);
  if (shown.device) pairs.push(['device', shown.device]);
  if (shown.present) pairs.push(['present', '1']);
  const query = pairs.map(([key, text]) => `${key}=${escape(text)}`).join('&');
  return `#/${shown.number}${query && `?${query}`}`;
}

/** Percent-encodes text, but leaves `,` and `;` readable: `w=0.5,-0.3`. */
const escape = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3B', ';');

function split(text: string, at: string): [string, string | undefined] {
  const i = text.indexOf(at);
  return i < 0 ? [text, undefined] : [text.slice(0, i), text.slice(i + 1)];
}

/** Reads givens one by one: the values of those that can be read, and a sentence for the others. */
export function readGivens(
  params: Params,
  texts: Readonly<Record<string, string>>,
): { values: Values; problems: { field: string; message: string }[] } {
  const values: Record<string, Values[string]> = {};
  const problems: { field: string; message: string }[] = [];
  for (const [field, text] of Object.entries(texts)) {
    try {
      values[field] = params[field].parse(text);
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      problems.push({ field, message: error.message });
    }
  }
  return { values, problems };
}
