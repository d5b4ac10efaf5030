import type { Expected } from '../../../src/author';

const expected: Expected = {
  answers: {
    chosen: '150',
    masked: '120',
    randomised: '15',
    kept: '15',
    why_rate: 'balance',
    why_split: 'use',
  },
  slips: {
    chosen: { '135': 'asked for all the same', '120': 'only the ones that become' },
    masked: { '150': 'how many are chosen', '800': 'share of all tokens' },
    randomised: { '100': 'share of all tokens' },
    kept: { '100': 'share of all tokens', '850': 'never chosen' },
    why_rate: { memory: 'as much memory', inference: 'No words are missing' },
    why_split: { unscored: 'scored like all', noise: 'Noise alone' },
  },
  variants: [
    'n=200&mask_rate=0.1&mask=0.5&random=0.3&keep=0.2&draw=926',
    'n=400&mask_rate=0.2&mask=0.7&random=0.1&keep=0.2&draw=390',
    'n=2000&mask_rate=0.3&mask=0.7&random=0.2&keep=0.1&draw=277',
  ],
};

export default expected;
