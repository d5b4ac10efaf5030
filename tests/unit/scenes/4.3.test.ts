import { describe, expect, it } from 'vitest';
import { attend, causal, maskOf } from '../../../scenes/04-transformers/4.3-causal-mask/model';

describe('attention under a mask', () => {
  const { scores } = causal({ n: 5, leak: false, draw: 7 });

  it('spends nothing on what is hidden, and everything on what is open', () => {
    const { weights, ahead } = causal({ n: 5, leak: false, draw: 7 });
    weights.forEach((row, i) => {
      expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      row.forEach((weight, j) => expect(weight > 0).toBe(j <= i));
    });
    expect(ahead).toEqual([0, 0, 0, 0, 0]);
    expect(weights[0]).toEqual([1, 0, 0, 0, 0]);
  });

  it('looks ahead where the mask is left out, in every row but the last', () => {
    const { ahead, mask, visible } = causal({ n: 5, leak: true, draw: 7 });
    expect(ahead.map((share) => share > 0)).toEqual([true, true, true, true, false]);
    // The answers are about the mask, not about what is done with it.
    expect([visible, mask]).toEqual([15, causal({ n: 5, leak: false, draw: 7 }).mask]);
  });

  it('has no weights in a row that sees nothing', () => {
    const { weights } = attend(
      scores,
      maskOf(5, (i) => i === 2),
    );
    expect(weights[2].every(Number.isNaN)).toBe(true);
    expect(weights[1].some(Number.isNaN)).toBe(false);
  });

  it('keeps the scores of the first tokens when there are more', () => {
    const more = causal({ n: 8, leak: false, draw: 7 }).scores;
    expect(more.slice(0, 5).map((row) => row.slice(0, 5))).toEqual(scores);
  });
});
