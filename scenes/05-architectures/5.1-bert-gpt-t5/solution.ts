import { named, prose, word, wordsOf, type Expression, type Step } from '../../../src/author';
import { MASKS } from './masks';
import { MODELS, type Model, type Name } from './model';

export function* solution(model: Model): Generator<Step> {
  const pairing = (name: Name): Expression => {
    const [mask, objective] = model[name];
    return named(
      `\\text{${MODELS[name]}}`,
      wordsOf([word(mask, MASKS[mask].says), word(objective)]),
      {
        part: name,
      },
    );
  };

  const bert = pairing('bert');
  yield {
    id: 'bert',
    title: 'BERT fills gaps',
    say: prose`BERT is to understand a text that lies before it, so every token may look both ways. Then the next token would be no riddle: it is seen. What can be asked is a token that was masked in the input.`,
    lines: [bert],
    reveals: { bert },
  };

  const gpt = pairing('gpt');
  yield {
    id: 'gpt',
    title: 'GPT goes on',
    say: prose`GPT is to write, and what it has not yet written it cannot see. So its mask is causal. Then every position can be asked for the token after it, all at once.`,
    lines: [gpt],
    reveals: { gpt },
  };

  const t5 = pairing('t5');
  yield {
    id: 't5',
    title: 'T5 reads, then writes',
    say: prose`T5 turns a text into another. Its encoder reads both ways; its decoder writes token by token, so it is causal, yet looks at the whole input through cross-attention. It is asked to write out the spans that were cut from the input.`,
    lines: [t5],
    reveals: { t5 },
  };
}
