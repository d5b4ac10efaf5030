import { readWordVectors, type WordVectors } from '../math/word-vectors';

/** Read once, however many ask; asked for again after a failure. */
let loading: Promise<WordVectors> | undefined;

/** The word vectors of `public/words`, for scenes that search by meaning. */
export function loadWordVectors(): Promise<WordVectors> {
  loading ??= fetchWordVectors().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchWordVectors(): Promise<WordVectors> {
  const response = await fetch(`${import.meta.env.BASE_URL}words/vectors.bin`).catch(
    () => undefined,
  );
  if (!response?.ok) {
    throw new Error(
      response
        ? `the server answered ${response.status} when asked for the word vectors`
        : 'there is no connection to fetch the word vectors by',
    );
  }
  return readWordVectors(new Uint8Array(await response.arrayBuffer()));
}
