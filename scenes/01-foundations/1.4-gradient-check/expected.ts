import type { Expected } from '../../../src/author';
import { gradCheck } from './task';

const expected: Expected = {
  answers: {
    analytic: '0.540302',
    central: '0.540302',
    forward: '0.540298',
    central_error: '2.1e−11',
    forward_error: '0.0000078',
    order_central: '2.00',
    order_forward: '1.00',
    code: gradCheck,
  },
  slips: {
    analytic: { '0.999848': 'degrees', '0.841471': 'value of the function' },
    central: {
      '5.4e-11': 'brackets',
      '1.080605': 'How far apart',
      '0.01745': 'degrees',
    },
    code: {
      'const gradCheck = (f, w, e) => (f(w + e) - f(w - e)) / 2 * e;': 'brackets',
      'const gradCheck = (f, w, e) => (f(w + e) - f(w - e)) / e;': 'How far apart',
      'const gradCheck = (f, w, e) => (f(w + e) - f(w)) / e;': 'one side only',
      'const gradCheck = (f, w, e) => (f(w) - f(w - e)) / e;': 'looks back only',
      'function gradCheck(f, w, e) { (f(w + e) - f(w - e)) / (2 * e); }': 'not returned',
    },
  },
  variants: ['f=sigmoid&w=0.2&eps=0.00001', 'f=sigmoid&w=0.4&eps=0.0001', 'f=sin&w=1.2&eps=0.001'],
};

export default expected;
