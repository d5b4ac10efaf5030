import { inProse } from '../math/prose';
import { text, type Param } from './params';

/** So many characters are read at most: their columns of a heatmap can still be told apart. */
const MOST = 600;

/** A text that a language model of characters reads; what it has no character for is read as another. */
export const proseText = (initial: string, label = 'text'): Param<string> =>
  text({
    label,
    default: initial,
    maxLength: MOST,
    check: (written) =>
      inProse(written).trim() === ''
        ? 'has no character in it that the network can read'
        : undefined,
  });
