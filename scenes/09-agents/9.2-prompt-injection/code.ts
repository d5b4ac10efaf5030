import type { Listing } from '../../../src/author';
import type { Model } from './model';
import { DEFENCES } from './recording';
import source from './run.ts?raw';

export const code = (model: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'LangGraph.js, as it runs here',
    language: 'typescript',
    source: `${source}
const on = { ${DEFENCES.map((name) => `${name}: ${model[name]}`).join(', ')} };
await outcome('${model.attack}', on);
// leaked: ${result('leaked')}, stopped by: ${result('stopped_by')}
`,
  },
];
