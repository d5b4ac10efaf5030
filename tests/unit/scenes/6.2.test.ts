import { describe, expect, test } from 'vitest';
import {
  ground,
  type Model,
} from '../../../scenes/06-retrieval-augmented-generation/6.2-grounding/model';
import { questions } from '../../../scenes/06-retrieval-augmented-generation/6.2-grounding/questions';
import { retrieve } from '../../../scenes/06-retrieval-augmented-generation/6.2-grounding/retrieval';
import type { Givens } from '../../../scenes/06-retrieval-augmented-generation/6.2-grounding/settings';

const plain = {
  ...{ own: '', strict_prompt: false, hybrid: false, rerank: false },
  ...{ temperature: 1, faithfulness_check: false },
};
const names = Object.keys(questions) as (keyof typeof questions)[];
const retrievals = await Promise.all(
  names.map((name) => retrieve(questions[name], new AbortController().signal)),
);
const answers = (switches: Partial<Givens>): Model[] =>
  retrievals.map((retrieval, i) =>
    ground({ ...plain, question: names[i], ...switches }, retrieval),
  );
const total = (models: readonly Model[], of: (model: Model) => number): number =>
  models.reduce((sum, model) => sum + of(model), 0);

describe('grounding, over the twenty questions', () => {
  test('there are twenty', () => expect(names).toHaveLength(20));

  test('without any switch claims are made up', () => {
    expect(total(answers({}), ({ unsupported }) => unsupported)).toBeGreaterThan(20);
  });

  test('a strict prompt at temperature 0 makes nothing up and cites rightly', () => {
    for (const model of answers({ strict_prompt: true, temperature: 0 })) {
      expect(model.unsupported).toBe(0);
      expect(model.citation_coverage).toBe(model.claims.length === 0 ? 0 : 1);
    }
  });

  test('a check leaves no claim without evidence, and keeps the others', () => {
    const before = answers({});
    const after = answers({ faithfulness_check: true });
    expect(total(after, ({ unsupported }) => unsupported)).toBe(0);
    const supported = ({ supported }: Model): number => supported;
    expect(total(after, supported)).toBe(total(before, supported));
  });

  test('hybrid search and reranking find more evidence than the dense search alone', () => {
    const supported = ({ supported }: Model): number => supported;
    const [dense, hybrid, both] = [{}, { hybrid: true }, { hybrid: true, rerank: true }].map(
      (switches) => total(answers(switches), supported),
    );
    expect(hybrid).toBeGreaterThan(dense);
    expect(both).toBeGreaterThanOrEqual(hybrid);
  });

  test('a hotter model makes up more', () => {
    const made = (temperature: number): number =>
      total(answers({ temperature }), ({ unsupported }) => unsupported);
    expect(made(2)).toBeGreaterThan(made(0));
  });
});
