import { expect, test } from 'vitest';
import { scale } from '../../../scenes/05-architectures/5.3-in-context-learning/scale';
import { INPUTS, LAYERS, LONGEST, NOISE, SHORTEST } from '../../../src/learn/recipes/in-context';

// The tab says these before the recipe, which is heavy, is loaded.
test('what is said of the trained learner is what its recipe says', () => {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
  const capital = words[LAYERS][0].toUpperCase() + words[LAYERS].slice(1);
  expect(scale.intro).toContain(`${capital} layers of linear attention`);
  expect(scale.intro).toContain(`prompts of ${SHORTEST} to ${LONGEST} pairs`);
  expect(scale.intro).toContain(`${words[INPUTS]} inputs`);
  expect(scale.intro).toContain(`noise of ${NOISE} in`);
});
