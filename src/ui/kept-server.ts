import type { PageStorage } from '../state/storage';

/** What a reader wrote of the model server on the own computer. It is kept here and in no link. */
export interface KeptServer {
  readonly address: string;
  readonly model: string;
}

const KEY = 'own-server';

export function keptServer(storage: PageStorage): KeptServer | undefined {
  try {
    const { address, model } = JSON.parse(storage.get(KEY) ?? '') as Partial<KeptServer>;
    if (typeof address === 'string' && typeof model === 'string') return { address, model };
  } catch {
    // Nothing is kept, or something that cannot be read.
  }
  return undefined;
}

export const keepServer = (storage: PageStorage, { address, model }: KeptServer): void =>
  storage.set(KEY, JSON.stringify({ address, model }));

export const forgetServer = (storage: PageStorage): void => storage.remove(KEY);
