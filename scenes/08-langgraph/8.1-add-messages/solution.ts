import {
  add,
  given,
  integer,
  named,
  prose,
  subtract,
  symbolOf,
  type Step,
} from '../../../src/author';
import type { Model } from './model';

export function* solution({ history, returns, reducer, runs }: Model): Generator<Step> {
  const h = given('h', history, { role: 'input', part: 'before' });
  const u = given('u', returns, { role: 'activation', part: 'update' });
  yield {
    id: 'node',
    title: 'A node returns an update',
    say: prose`The node reads the state, with ${symbolOf(h)} messages in it. It returns only what is new: ${symbolOf(u)} messages. The graph decides how they enter the state.`,
    lines: [],
    highlights: ['before', 'reply', 'update'],
  };

  const after = { part: 'after', format: integer };
  const joined = named('n_{\\text{add}}', add(h, u), after);
  const merged: Step = {
    id: 'with',
    title: 'What the reducer does',
    say: prose`A reducer takes the old value and the update, and makes the new value from both. This one compares ids. These are new, so every message is appended.`,
    lines: [joined],
    reveals: { with_reducer: joined },
  };
  const last = named('n_{\\text{last}}', u, after);
  const overwritten: Step = {
    id: 'without',
    title: 'Without a reducer',
    say: prose`A key without a reducer holds what was written to it last. Only the update is left, and the model no longer sees what was said before.`,
    lines: [last],
    highlights: ['update', 'after'],
    reveals: { without_reducer: last },
  };
  // The one that the graph is declared with comes first.
  yield* reducer ? [merged, overwritten] : [overwritten, merged];

  if (!runs.replace) return;
  yield {
    id: 'replace',
    title: 'The same id replaces',
    say: prose`Now the node returns one message under an id that is there already. The reducer puts it in the old one’s position: one comes and one goes.`,
    lines: [named('n_{\\text{same}}', subtract(add(h, 1), 1), after)],
  };
  yield {
    id: 'remove',
    title: 'RemoveMessage takes one out',
    say: prose`The reducer never forgets by itself. A node shortens the conversation by returning a RemoveMessage with the id of what has to go.`,
    lines: [named('n_{\\text{removed}}', subtract(h, 1), after)],
  };
}
