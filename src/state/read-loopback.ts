import { BadValue, shorten } from './bad-value';

/** Names of this computer. A policy of a page has no way to write [::1]. */
const NAMES = ['localhost', '127.0.0.1'];

/**
 * The address of a server on this computer, without a path: `http://localhost:11434`. What servers
 * print behind it, `/v1`, may be written and is left out. Throws {@link BadValue} about any other.
 */
export function readLoopback(text: string): string {
  const typed = text.trim();
  if (typed === '') throw new BadValue('is empty; write one such as http://localhost:11434');
  const url = parsed(/^\w+:\/\//.test(typed) ? typed : `http://${typed}`);
  if (!url)
    throw new BadValue(`“${shorten(typed)}” is none; write one such as http://localhost:11434`);
  if (url.hostname === '[::1]')
    throw new BadValue('[::1] cannot be allowed by a page; write localhost in its place');
  if (!NAMES.includes(url.hostname))
    throw new BadValue(`“${shorten(typed)}” is not this computer; write localhost or 127.0.0.1`);
  if (url.protocol !== 'http:')
    throw new BadValue('has to begin with http://, as servers on your own computer do');
  if (url.username || url.password || url.search || url.hash || !/^\/(v1\/?)?$/.test(url.pathname))
    throw new BadValue('ends with the port, such as http://localhost:11434');
  return url.origin;
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
