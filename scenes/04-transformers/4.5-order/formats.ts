import { significant } from '../../../src/author';
import { TOLERANCE } from './model';

/** What is smaller than the tolerance is round-off, and no difference. */
export const difference = significant(3, TOLERANCE);
