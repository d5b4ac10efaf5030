import { expect, test } from 'vitest';
import { backEdge, edgeName } from '../../../scenes/08-langgraph/8.2-react-cycle/model';
import { run } from '../../../scenes/08-langgraph/8.2-react-cycle/run';

test.each([
  [0, 1, 1, true],
  [0, 2, 1, false],
  [1, 3, 3, true],
  [1, 4, 3, false],
  [11, 25, 23, false],
  [12, 25, 25, true],
  [12, 26, 25, false],
  [20, 7, 7, true],
])('%i rounds under a limit of %i: %i steps, thrown: %s', async (rounds, limit, steps, thrown) => {
  const { run: own, runaway } = await run(rounds, limit);
  expect(own.steps).toHaveLength(steps);
  expect(own.thrown?.name).toBe(thrown ? 'GraphRecursionError' : undefined);
  expect(runaway.steps).toHaveLength(limit);
  expect(runaway.thrown?.message).toContain(`limit of ${limit}`);
});

test('the messages lead from page to page, and every run is recorded alike', async () => {
  const recording = await run(2, 25);
  expect(recording.run.steps.map(({ said }) => said.text)).toEqual([
    'open(page 1)',
    'See page 2.',
    'open(page 2)',
    'It ends here.',
    'On page 2.',
  ]);
  expect(await run(2, 25)).toEqual(recording);
});

test('the edge that leads back is found whatever order the edges are listed in', async () => {
  const { shape } = await run(1, 4);
  expect(edgeName(backEdge(shape))).toBe('tools → agent');
  expect(edgeName(backEdge({ ...shape, edges: shape.edges.toReversed() }))).toBe('tools → agent');
});
