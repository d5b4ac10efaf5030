import { FOLDED, python, type Listing } from '../../../src/author';
import { MODELS, names, type Model, type Name, type Position } from './model';

/** A batch is random: here it is the one that the picture shows. What is not yet revealed is left open. */
export function code(model: Model, result: (answer: string) => string): Listing[] {
  const parts = names.map((name) => {
    const said = result(name);
    return `# ${MODELS[name]}: ${said}${said === FOLDED ? '' : `\n${pairsOf[name](model)}`}`;
  });
  return [
    {
      title: 'PyTorch',
      language: 'python',
      source: `import torch

words = ${python(model.words)}
n = len(words)

${parts.join('\n\n')}
`,
    },
  ];
}

const inputs = (positions: readonly Position[] = []): string =>
  python(positions.map(({ input }) => input));

const targets = (positions: readonly Position[] = []): string =>
  `[${positions.map(({ target }) => (target === undefined ? 'None' : python(target))).join(', ')}]`;

const pairsOf: Readonly<Record<Name, (model: Model) => string>> = {
  bert({ training }) {
    const { read } = training['masked tokens'];
    return `bert_mask = torch.zeros(n, n)
bert_input = ${inputs(read)}
bert_target = ${targets(read)}`;
  },
  gpt: () => `gpt_mask = torch.full((n, n), float("-inf")).triu(diagonal=1)
gpt_input, gpt_target = words[:-1], words[1:]`,
  t5({ training }) {
    const { read, written } = training['span corruption'];
    return `encoder_input = ${inputs(read)}
decoder_input = ${inputs(written)}
decoder_target = ${targets(written)}
m, k = len(encoder_input), len(decoder_input)
encoder_mask = torch.zeros(m, m)
decoder_mask = torch.full((k, k), float("-inf")).triu(diagonal=1)
cross_mask = torch.zeros(k, m)`;
  },
};
