// Numbers are fitted by a table of widths, so the table has to be that of the face they are set in.
import { expect, test } from 'vitest';
import { numberWidth } from '../../../src/math/number-width';
import '../../../src/ui/styles/fonts.css';

test.each(['0', '−123.456', '1.16e−7', '<0.001', '>0.999', '1e6', '0.5'])(
  '%s is as wide as the table says',
  async (text) => {
    await document.fonts.load('500 100px Inter', text);
    const span = document.createElement('span');
    span.style.cssText = 'font: 500 100px Inter; font-variant-numeric: tabular-nums';
    span.textContent = text;
    document.body.append(span);
    expect(span.getBoundingClientRect().width / 100).toBeCloseTo(numberWidth(text), 1.5);
    span.remove();
  },
);
