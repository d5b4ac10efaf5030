import { CAMPAIGN_KEY, guarded, isCampaignKey, mended } from './link-text';
import type { Params, Values } from './params';
import { BadValue, shorten } from './read';

/** The three faces of an exercise page. */
export const tabs = ['hand', 'scale', 'code'] as const;
export type Tab = (typeof tabs)[number];
export type DeviceChoice = 'gpu' | 'cpu';

/** Keys of a link that are not givens. */
const OWN_KEYS = ['step', 'tab', 'variant', 'device', 'present', 'solution'] as const;
const isOwnKey = (key: string): boolean => (OWN_KEYS as readonly string[]).includes(key);

/** Where a link leads. */
export type Route =
  | { readonly page: 'contents' }
  | { readonly page: 'exercise'; readonly number: string; readonly query: string }
  | { readonly page: 'train'; readonly query: string }
  | { readonly page: 'module'; readonly id: string }
  /** `of` names the window that is projected. */
  | { readonly page: 'presenter'; readonly number: string; readonly of: string }
  | { readonly page: 'unknown'; readonly written: string };

/** `#/` contents, `#/1.3?…` an exercise, `#/train?…` the page to train on, `#/module/01` a lesson, `#/presenter/1.3` its presenter’s window. */
export function readRoute(hash: string): Route {
  const [, path, query] = /^#?([^?&]*)[?&]?(.*)$/s.exec(mended(hash))!;
  if (path === '' || path === '/') return { page: 'contents' };
  const exercise = /^\/(\d+\.\d+)\/?$/.exec(path);
  if (exercise) return { page: 'exercise', number: exercise[1], query };
  if (/^\/train\/?$/.test(path)) return { page: 'train', query };
  const module = /^\/module\/(\d+)\/?$/.exec(path);
  if (module) return { page: 'module', id: module[1] };
  const presenter = /^\/presenter\/(\d+\.\d+)\/?$/.exec(path);
  if (presenter) {
    const of = new URLSearchParams(query).get('of') ?? '';
    return { page: 'presenter', number: presenter[1], of };
  }
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
  /** Set for homework: solution and answers stay folded away. */
  readonly solution?: 'hidden';
  /** Sentences about what could not be read. */
  readonly unread: readonly string[];
}

/** Reads the query of an exercise's link. Never throws: what cannot be read is said in `unread`. */
export function readQuery(query: string, params: Params): Asked {
  const givens: Record<string, string> = {};
  const own: Partial<Record<(typeof OWN_KEYS)[number], string>> = {};
  const unread: string[] = [];
  for (const [key, text] of pairsIn(query, params)) {
    if (Object.hasOwn(params, key)) givens[key] = text;
    else if (isOwnKey(key)) own[key as 'step'] = text;
    else if (key !== '' && !isCampaignKey(key)) {
      unread.push(`“${shorten(key)}” is not a given of this exercise.`);
    }
  }

  const oneOf = <W extends string>(
    key: 'tab' | 'device' | 'present' | 'solution',
    words: readonly W[],
  ): W | undefined => {
    const word = own[key];
    if (word === undefined || words.includes(word as W)) return word as W | undefined;
    unread.push(`${key}=${shorten(word)} is not known; it can be ${words.join(' or ')}.`);
    return undefined;
  };
  const count = (key: 'step' | 'variant', fallback?: number): number | undefined => {
    const text = own[key];
    if (text === undefined) return fallback;
    if (/^-?\d+(\.\d*)?$/.test(text)) return Math.max(0, Math.floor(Number(text)));
    unread.push(`${key}=${shorten(text)} is not a number of a ${key}.`);
    return fallback;
  };

  let variant = count('variant');
  if (variant !== undefined && (variant < 1 || variant > MAX_VARIANT)) {
    unread.push(
      `variant=${shorten(own.variant ?? '')} does not exist; variants run from 1 to ${MAX_VARIANT}.`,
    );
    variant = undefined;
  }
  return {
    givens,
    step: count('step', 0) ?? 0,
    tab: oneOf('tab', ['scale', 'code'] as const) ?? 'hand',
    variant,
    device: oneOf('device', ['gpu', 'cpu'] as const),
    present: oneOf('present', ['1'] as const) === '1',
    solution: oneOf('solution', ['hidden'] as const),
    unread,
  };
}

/**
 * The keys of a query and what they are set to. Where a value goes on with `&` and a key that there
 * is, the link was encoded once too often; but a given that is a text may hold anything.
 */
function pairsIn(query: string, params: Params): (readonly [string, string])[] {
  const keys = [...Object.keys(params), ...OWN_KEYS, CAMPAIGN_KEY].join('|');
  const nextKey = new RegExp(`[&?](?=(?:${keys})=)`);
  return [...new URLSearchParams(query)].flatMap(([key, text]) => {
    if (Object.hasOwn(params, key) && params[key].control === 'text') return [[key, text] as const];
    const [first, ...others] = text.split(nextKey);
    const own = first === '' ? halves(key) : ([key, first] as const);
    return [own, ...others.map(halves)];
  });
}

/** `lr=0.4` */
function halves(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
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
  readonly solution?: 'hidden';
}

/** Writes a link. Only what is not the default is written; never a `+`. */
export function writeLink(shown: Shown): string {
  const pairs: [string, string][] = shown.givens.map(([name, text]) => [name, text]);
  if (shown.step > 0) pairs.push(['step', String(shown.step)]);
  if (shown.tab !== 'hand') pairs.push(['tab', shown.tab]);
  if (shown.variant !== undefined) pairs.push(['variant', String(shown.variant)]);
  if (shown.device) pairs.push(['device', shown.device]);
  if (shown.present) pairs.push(['present', '1']);
  if (shown.solution) pairs.push(['solution', shown.solution]);
  const query = pairs.map(([key, text]) => `${key}=${escape(text)}`).join('&');
  return guarded(`#/${shown.number}${query && `?${query}`}`);
}

/** Percent-encodes text, but leaves `,` and `;` readable: `w=0.5,-0.3`. */
const escape = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3B', ';');

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
