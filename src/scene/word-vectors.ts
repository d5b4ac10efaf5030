import { fetchPublic } from '../math/public-file';
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

const fetchWordVectors = async (): Promise<WordVectors> =>
  readWordVectors(await fetchPublic('words/vectors.bin', 'the word vectors'));
