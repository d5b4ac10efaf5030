import { shorten } from '../state/bad-value';
import type { ChatMessage, ChatModel } from './chat-model';

/** Where a reader's own server is, and who asks it. */
interface Place {
  /** `http://localhost:11434`. */
  readonly origin: string;
  /** The origin of the page, which the server has to allow. */
  readonly page: string;
  /** So many milliseconds an answer may take. */
  readonly limit?: number;
}

/** Givens that are dragged make one run after another: only what stands that long is sent. */
const STANDS = 300;
/** So many tokens an answer may have: enough for a few sentences. */
const LONGEST = 400;

/**
 * A model on the reader's own computer, behind a server that is OpenAI-compatible. The same question
 * is sent once: an answer stands until the reader asks again, with a new object.
 */
export class ChatServer implements ChatModel {
  private readonly answers = new Map<string, string>();

  constructor(
    private readonly place: Place,
    readonly name: string,
  ) {}

  async chat(
    messages: readonly ChatMessage[],
    { signal, temperature = 1 }: { signal: AbortSignal; temperature?: number },
  ): Promise<string> {
    const { name: model, answers, place } = this;
    const asked = JSON.stringify({ model, messages, temperature, max_tokens: LONGEST });
    const known = answers.get(asked);
    if (known !== undefined) return known;
    await pause(STANDS);
    signal.throwIfAborted();
    const { limit = 60_000 } = place;
    const late = AbortSignal.timeout(limit);
    try {
      const answer = this.wordsIn(await this.post(asked, AbortSignal.any([signal, late])));
      answers.set(asked, answer);
      return answer;
    } catch (error) {
      if (!late.aborted || signal.aborted) throw error;
      throw new Error(
        `your server has not answered within ${limit / 1000} seconds. It may still be loading the model: run it again in a moment, or choose a smaller model`,
        { cause: error },
      );
    }
  }

  private async post(body: string, signal: AbortSignal): Promise<string> {
    const { origin, page } = this.place;
    try {
      const response = await fetch(`${origin}/v1/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      const text = await response.text();
      if (!response.ok) throw new Error(this.refusal(response.status, text));
      return text;
    } catch (error) {
      // A browser does not tell a page whether nobody answered or whether it may not read the answer.
      if (!(error instanceof TypeError)) throw error;
      throw new Error(
        `nothing could be read from ${origin}. Either no server runs there: start it, or correct the port. Or it does not allow this page: start it so that it allows ${page} (CORS)`,
        { cause: error },
      );
    }
  }

  private refusal(status: number, text: string): string {
    if (status === 401 || status === 403)
      return `your server wants a key (${status}), and this page sends none. Start it without one`;
    if (status === 404)
      return `your server has no model “${shorten(this.name)}”, or does not know /v1/chat/completions (404). Check the name, and whether the server is OpenAI-compatible`;
    const said = saidIn(text);
    return `your server could not answer (${status})${said && `: ${said}`}. The window it runs in says more`;
  }

  private wordsIn(text: string): string {
    const answer = read(text);
    if (answer === undefined)
      throw new Error(
        `what came from ${this.place.origin} is no JSON, so it is no model that answers there. Check the port`,
      );
    const words = answer?.choices?.[0]?.message?.content;
    if (typeof words !== 'string')
      throw new Error(
        'your server sent JSON without an answer in it. Check whether it is OpenAI-compatible',
      );
    if (words.trim() === '')
      throw new Error('your model answered with no words. Choose another model');
    return words;
  }
}

/** What is read of an answer, if it is one. */
interface Answer {
  readonly choices?: readonly ({ readonly message?: { readonly content?: unknown } } | null)[];
  readonly error?: { readonly message?: unknown };
}

/** What it may be, every part of it to be looked for; nothing where it is no JSON. */
function read(text: string): Answer | null | undefined {
  try {
    return JSON.parse(text) as Answer | null;
  } catch {
    return undefined;
  }
}

/** What a server says of its error, if it says it as the protocol has it. */
function saidIn(text: string): string {
  const said = read(text)?.error?.message;
  return typeof said === 'string' ? `“${said.slice(0, 120)}”` : '';
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
