import type { Slip } from '../../../src/author';
import type { Model } from './model';

export const slips: readonly Slip<Model>[] = [
  {
    field: 'with_reducer',
    value: ({ returns }) => returns,
    hint: 'Only what the node returned was counted. What does a reducer do with the messages that are there?',
    highlights: ['before'],
  },
  {
    field: 'with_reducer',
    value: ({ history }) => history,
    hint: 'The state was left as it was. What the node returns has to enter it, each message under an id of its own.',
    highlights: ['update'],
  },
  {
    field: 'with_reducer',
    value: ({ history, returns }) => history + returns - 1,
    hint: 'One message was taken to replace another. That happens only under an id that is there already, and these ids are new.',
    highlights: ['before', 'update'],
  },
  {
    field: 'without_reducer',
    value: ({ history, returns }) => history + returns,
    hint: 'The update was appended. Only a reducer does that, and here there is none.',
    highlights: ['before'],
  },
  {
    field: 'without_reducer',
    value: ({ history }) => history,
    hint: 'The update was dropped. Without a reducer it is written to the key all the same.',
    highlights: ['update'],
  },
];
