import { openFrame, type Open, type Program } from './frame';
import { readMessage, type Message, type Plain } from './messages';

/** How a call ended: with a value or by throwing. */
export type Outcome =
  { readonly value: Plain } | { readonly thrown: string; readonly line: number | undefined };

/** What kept a program from making all its calls. */
export type Fault =
  | { readonly kind: 'failed'; readonly message: string; readonly line: number | undefined }
  /** It defines no function of the name asked for. */
  | { readonly kind: 'missing' }
  /** It had not come to its end at the limit; in which call, if in one. */
  | { readonly kind: 'endless'; readonly call: number | undefined }
  /** The browser has not started the sandbox. */
  | { readonly kind: 'not-started' };

/** What came of a program. */
export interface Run {
  /** By call; those not reached are absent. */
  readonly outcomes: readonly (Outcome | undefined)[];
  /** What it printed. */
  readonly printed: readonly string[];
  /** What a call told last of how far it had come. */
  readonly told?: Plain;
  readonly fault?: Fault;
}

/** Milliseconds from the moment the sandbox stands, and until it must. */
export const LIMIT = 2000;
const START = 10_000;

/** A newer program within this time takes the place of one that has not started yet. */
const PAUSE = 60;

export type After = (milliseconds: number, callback: () => void) => () => void;

/** What a run stands on; tests have their own. */
export interface Seams {
  readonly after: After;
  readonly signal: AbortSignal;
}

/** Runs a program in the sandbox, within a time limit. Rejects only when it is called off. */
export function run(program: Program, { after, signal }: Seams): Promise<Run> {
  return new Promise((resolve, reject) => {
    const printed: string[] = [];
    const outcomes: (Outcome | undefined)[] = program.calls.map(() => undefined);
    let call: number | undefined;
    let told: Plain | undefined;
    let close = (): void => undefined;
    let cancel = after(pause, () => {
      wait(START, () => end({ kind: 'not-started' }));
      close = opener(program, (data) => hear(readMessage(data)));
    });
    const wait = (milliseconds: number, over: () => void): void => {
      cancel();
      cancel = after(milliseconds, over);
    };
    const leave = (): void => {
      cancel();
      close();
      signal.removeEventListener('abort', abort);
    };
    const end = (fault?: Fault): void => {
      leave();
      resolve({ outcomes, printed, told, fault });
    };
    const abort = (): void => {
      leave();
      reject(signal.reason as Error);
    };
    const hear = (message: Message | undefined): void => {
      switch (message?.kind) {
        case 'ready':
          return wait(LIMIT, () => end({ kind: 'endless', call }));
        case 'line':
          printed.push(message.text);
          return;
        case 'told':
          told = message.value;
          return;
        case 'began':
          call = message.call;
          return;
        case 'value':
          outcomes[message.call] = { value: message.value };
          return;
        case 'thrown':
          outcomes[message.call] = { thrown: message.message, line: lineIn(message.stack) };
          return;
        case 'failed':
          return end({ kind: 'failed', message: message.message, line: lineIn(message.stack) });
        case 'missing':
        case 'done':
          return end(message.kind === 'missing' ? { kind: 'missing' } : undefined);
      }
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
}

let opener: Open = openFrame;
let pause = PAUSE;

/** Where there is no page, the suites in node open a sandbox of their own, at once. */
export const openWith = (open: Open): void => {
  opener = open;
  pause = 0;
};

/** The header that every function made from text has above its body. */
const HEADER_LINES = 2;

/** The line of the learner's code that a stack of calls names first. */
function lineIn(stack: string): number | undefined {
  const found = /your-code\.js:(\d+)/.exec(stack);
  return found ? Number(found[1]) - HEADER_LINES : undefined;
}
