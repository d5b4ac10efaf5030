/**
 * Where the app keeps its link: the page's URL, or memory for an embedded exercise and for tests.
 * The only file that touches `location` and `history`.
 */
export interface PageLocation {
  /** The link as written, from the `#` on. */
  read(): string;
  /** A new entry: the browser's back button returns to the one before. */
  push(link: string): void;
  /** The same entry, changed. */
  replace(link: string): void;
  /** A full address of a link, to copy. */
  address(link: string): string;
  /** Calls back when the reader goes back, forward or to another link; returns how to stop. */
  listen(changed: () => void): () => void;
  /** Loads the page anew, where it is ours. */
  reload(): Promise<void>;
}

/** The page's own URL. */
export class BrowserLocation implements PageLocation {
  read(): string {
    return location.hash;
  }

  push(link: string): void {
    // In another page's frame back leaves that page: it does not walk through steps first.
    if (window.parent !== window) this.replace(link);
    else if (link !== this.read()) history.pushState(null, '', link);
  }

  replace(link: string): void {
    if (link !== this.read()) history.replaceState(null, '', link);
  }

  address(link: string): string {
    return new URL(link, location.href).href;
  }

  listen(changed: () => void): () => void {
    addEventListener('popstate', changed);
    return () => removeEventListener('popstate', changed);
  }

  async reload(): Promise<void> {
    // Where the server is gone, the browser would put its own error in place of the page.
    const answers = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) location.reload();
  }
}

/** A location in memory, with a history of its own. */
export class MemoryLocation implements PageLocation {
  private entries: string[];
  private at = 0;
  private readonly listeners = new Set<() => void>();

  constructor(link = '#/') {
    this.entries = [link];
  }

  read(): string {
    return this.entries[this.at];
  }

  push(link: string): void {
    if (link === this.read()) return;
    this.entries = [...this.entries.slice(0, this.at + 1), link];
    this.at += 1;
  }

  replace(link: string): void {
    this.entries[this.at] = link;
  }

  address(link: string): string {
    return link;
  }

  listen(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  /** Somebody else's page stays as it is. */
  reload(): Promise<void> {
    return Promise.resolve();
  }

  /** As the browser's back button. */
  back(): void {
    if (this.at === 0) return;
    this.at -= 1;
    this.tell();
  }

  /** As a link that is written into the address. */
  go(link: string): void {
    this.push(link);
    this.tell();
  }

  private tell(): void {
    for (const changed of this.listeners) changed();
  }
}
