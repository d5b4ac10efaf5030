/**
 * What is kept in this browser: predictions, progress, a chosen theme. Full or forbidden storage is
 * survived: then things are kept for as long as the page is open.
 */
export interface PageStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** Changes when what is stored changes its form; older entries are then left alone. */
const PREFIX = 'unfold/1/';

export class BrowserStorage implements PageStorage {
  private readonly unsaved = new Map<string, string>();

  get(key: string): string | undefined {
    const unsaved = this.unsaved.get(key);
    if (unsaved !== undefined) return unsaved;
    try {
      return localStorage.getItem(PREFIX + key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  set(key: string, value: string): void {
    try {
      localStorage.setItem(PREFIX + key, value);
      this.unsaved.delete(key);
    } catch {
      this.unsaved.set(key, value);
    }
  }

  remove(key: string): void {
    this.unsaved.delete(key);
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // What may not be written is not kept there either.
    }
  }
}

export class MemoryStorage implements PageStorage {
  private readonly entries = new Map<string, string>();

  get(key: string): string | undefined {
    return this.entries.get(key);
  }

  set(key: string, value: string): void {
    this.entries.set(key, value);
  }

  remove(key: string): void {
    this.entries.delete(key);
  }
}
