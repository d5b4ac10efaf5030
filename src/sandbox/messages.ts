/** What a learner's function can return and still be read: plain data. */
export type Plain = number | string | boolean | null | Named | readonly Plain[];

/** What cannot be read is only named: `function`, `undefined`, `object`. */
export interface Named {
  readonly is: string;
}

/** What comes out of the sandbox, a line of JSON each. */
export type Message =
  | { readonly kind: 'ready' | 'missing' | 'done' }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'told'; readonly value: Plain }
  | { readonly kind: 'began'; readonly call: number }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }
  | { readonly kind: 'value'; readonly call: number; readonly value: Plain }
  | {
      readonly kind: 'thrown';
      readonly call: number;
      readonly message: string;
      readonly stack: string;
    };

/** The harness bounds what it sends; what is longer does not come from it. */
const LONGEST = 300_000;

/** Reads a message; whatever does not have the form of one is none. */
export function readMessage(data: unknown): Message | undefined {
  if (typeof data !== 'string' || data.length > LONGEST) return undefined;
  let read: Partial<Record<string, unknown>>;
  try {
    read = JSON.parse(data) as typeof read;
  } catch {
    return undefined;
  }
  const { kind, call, text, message, stack } = read;
  if (kind === 'ready' || kind === 'missing' || kind === 'done') return { kind };
  if (kind === 'line' && typeof text === 'string') return { kind, text };
  if (kind === 'told') return { kind, value: plain(read.value) };
  const told = typeof message === 'string' && typeof stack === 'string';
  if (kind === 'failed' && told) return { kind, message, stack };
  if (typeof call !== 'number') return undefined;
  if (kind === 'began') return { kind, call };
  if (kind === 'thrown' && told) return { kind, call, message, stack };
  if (kind === 'value') return { kind, call, value: plain(read.value) };
  return undefined;
}

/** Plain data of what JSON gave; numbers that JSON has no word for come named. */
function plain(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return value;
  const { number, is } = value as { number?: unknown; is?: unknown };
  return typeof number === 'string'
    ? Number(number)
    : { is: typeof is === 'string' ? is : 'object' };
}
