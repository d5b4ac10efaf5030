import { expect, test } from 'vitest';
import attention from '../../../shaders/attention/attention';
import { executeTwin } from '../../../src/compute/executor';
import { habitsOf } from '../../../scenes/04-transformers/4.2-attention-by-hand/habits';
import { drawTokens, WIDTH } from '../../../scenes/04-transformers/4.2-attention-by-hand/tokens';

const LENGTH = 256;

function habits(causal: 0 | 1) {
  const tokens = drawTokens(LENGTH);
  const { q, k, v } = tokens;
  const { registers } = executeTwin(attention, {
    dimensions: { heads: 1, tokens: LENGTH, width: WIDTH, rows: LENGTH },
    knobs: { first: 0, causal },
    buffers: {
      ...{ q, k, v },
      attended: new Float32Array(LENGTH * WIDTH),
      registers: new Float32Array(2 * LENGTH),
    },
  });
  const summed = { tokens, registers: Float32Array.from(registers), causal, length: LENGTH };
  return habitsOf(summed);
}

test.each([0, 1] as const)('blocks and stripes are measured, causal %i', (causal) => {
  const { neighbours, sameTopic, otherTopic, first } = habits(causal);
  // Without any habits a weight would be one over the length of its row.
  expect(otherTopic).toBeLessThan(sameTopic);
  expect(sameTopic).toBeLessThan(neighbours);
  expect(first).toBeGreaterThan(2 / LENGTH);
  expect(first).toBeLessThan(1);
});
