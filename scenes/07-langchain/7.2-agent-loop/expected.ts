import type { Expected } from '../../../src/author';
import { codeSlips } from './slips';
import { solutionText } from './task';

const expected: Expected = {
  answers: {
    turns: '3',
    tool_calls: '2',
    final: 'It is 59 °F in Oslo.',
    code: solutionText,
  },
  slips: {
    turns: { '2': 'asks for no tool' },
    tool_calls: { '3': 'calls of the model' },
    final: {
      '59': 'result of a tool',
      'Error: The model still asks for tools after 8 turns': 'in its last turn',
    },
    code: {
      [codeSlips.notAppended]: 'nobody asked for',
      [codeSlips.noId]: 'could not tell',
      [codeSlips.firstOnly]: 'several tools',
      [codeSlips.returnsEarly]: 'as soon as a tool has run',
      [codeSlips.raises]: 'ends the whole loop',
      [codeSlips.noError]: 'as if all were well',
    },
  },
  variants: [
    'script=never-stops&max_turns=2',
    'script=unknown-tool&max_turns=3',
    'script=two-at-once&max_turns=9',
  ],
};

export default expected;
