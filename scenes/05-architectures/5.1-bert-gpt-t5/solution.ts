import { named, prose, word, wordsOf, type Step } from '../../../src/author';
import { MASKS } from './masks';
import { MODELS, type Model, type Name } from './model';

export function* solution(model: Model): Generator<Step> {
  /** A model with what belongs to it: each on a line of its own, both together the answer. */
  const pairing = (name: Name): Pick<Step, 'lines' | 'highlights' | 'reveals'> => {
    const [mask, objective] = model[name];
    const [sees, asks] = [word(mask, MASKS[mask].says), word(objective)];
    return {
      lines: [named('\\text{mask}', sees), named('\\text{objective}', asks)],
      highlights: [name],
      reveals: {
        [name]: named(`\\text{${MODELS[name]}}`, wordsOf([sees, asks]), { part: name }),
      },
    };
  };

  yield {
    id: 'bert',
    title: 'What BERT is for',
    say: prose`BERT is made to understand a finished text, so every token may look both ways. But then the next token is already in sight, and asking for it would teach nothing. So some tokens are masked in the input, and those are asked for.`,
    ...pairing('bert'),
  };

  yield {
    id: 'gpt',
    title: 'What GPT is for',
    say: prose`GPT is made to write, and it cannot see what it has not yet written. So its mask is causal. Then every position can be asked for the token after it, all at once.`,
    ...pairing('gpt'),
  };

  yield {
    id: 't5',
    title: 'What T5 is for',
    say: prose`T5 turns one text into another. Its encoder reads both ways; its decoder writes token by token, so it is causal, yet looks at the whole input through cross-attention. It is asked to write out the spans that were cut from the input.`,
    ...pairing('t5'),
  };
}
