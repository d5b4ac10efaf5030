import { describe, expect, test } from 'vitest';
import { runsOf } from '../../../../src/stage/kit/math-runs';
import { plainText, textWidth } from '../../../../src/stage/kit/text';

describe('a label', () => {
  test('is text, with mathematics between dollar signs', () => {
    expect(runsOf('error $w_0$')).toEqual([
      { text: 'error ', face: 'sans', level: 0 },
      { text: 'w', face: 'italic', level: 0 },
      { text: '0', face: 'sans', level: -1 },
    ]);
  });

  test.each([
    ['$10^{-7}$', '10−7'],
    ["$f'(w^\\ast)$", 'f′(w∗)'],
    ['$|w_{12} - c|$', '|w12 − c|'],
    ['$w=-2$', 'w = −2'],
    ['$w_1 = 2e−156$', 'w1 = 2e−156'],
    ['$x = -1.000e6 - 2$', 'x = −1.000e6 − 2'],
    ['$m = 1 - 2\\cdot\\mathrm{lr}$', 'm = 1 − 2·lr'],
    ["$\\lVert W\\rVert\\cdot\\tanh' = \\gamma$", '‖W‖·tanh′ = γ'],
    ['$\\text{after two steps}$', 'after two steps'],
    ['$(-3)$', '(−3)'],
    ['$\\tilde c_t$', 'c\u0303t'],
  ])('%s reads %s', (label, text) => {
    expect(plainText(label).replaceAll('\u2009', ' ')).toBe(text);
  });

  test('sets variables in italics, and names of functions and units upright', () => {
    const faces = (tex: string): string[] => runsOf(`$${tex}$`).map(({ face }) => face);
    expect(faces('\\gamma w')).toEqual(['italic', 'italic']);
    expect(faces('\\log\\mathrm{lr}')).toEqual(['sans', 'sans']);
    expect(faces('2e-156')).toEqual(['sans']);
  });

  test('is wider the longer it is, and smaller where it is raised', () => {
    expect(textWidth('0.450', 14)).toBeGreaterThan(textWidth('0.45', 14));
    expect(textWidth('$10^{20}$', 14)).toBeLessThan(textWidth('1020', 14));
    expect(textWidth('', 14)).toBe(0);
  });
});
