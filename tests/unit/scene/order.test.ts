import { describe, expect, it } from 'vitest';
import { helped, helpIsDue, nextHelp, NO_HELP, piecesOf } from '../../../src/scene/order-help';
import { scrambled, type OrderOptions } from '../../../src/scene/order-lines';
import type { Asked } from '../../../src/scene/prediction-kind';
import { loadKind } from '../../../src/ui/kinds';

const options: OrderOptions = {
  lines: {
    a: { says: 'first', early: 'It is the beginning.' },
    b: { says: 'second', early: 'It needs the first.' },
    c: { says: 'third', early: 'It needs the second.' },
    d: { says: 'fourth', early: 'It needs the third.' },
    e: { says: 'fifth', early: 'It needs the fourth.' },
    x: { says: 'not second', twin: 'b', hint: 'A sign is lost.' },
    y: { says: 'not fourth', twin: 'd', hint: 'A factor is lost.' },
  },
};
const ORDER = ['a', 'b', 'c', 'd', 'e'];
const asked = (instance = 0): Asked => ({
  prediction: { answer: 'proof', kind: 'order', label: 'proof', options },
  answer: { name: 'proof', value: ORDER },
  slips: [],
  model: undefined,
  instance,
});
const mark = async (written: string) => (await loadKind('order')).mark(written, asked());

describe('an order', () => {
  it('is offered in disorder, each wrong line beside its twin, never solved', () => {
    const firsts = new Set<string>();
    for (let instance = 0; instance < 60; instance += 1) {
      const groups = scrambled(asked(instance));
      expect(scrambled(asked(instance))).toEqual(groups);
      expect(groups.flat().toSorted()).toEqual(Object.keys(options.lines).toSorted());
      expect(groups.flat().filter((id) => ORDER.includes(id))).not.toEqual(ORDER);
      for (const [wrong, twin] of ['xb', 'yd'])
        expect(groups.find((group) => group.includes(wrong))?.toSorted()).toEqual([twin, wrong]);
      firsts.add(groups.flat()[0]);
    }
    expect(firsts.size).toBe(7);
  });

  it.each([
    ['a,b,c,d,e', 'right', 'Right.'],
    [' a, b,c,d,e', 'right', 'Right.'],
    ['a,b', 'unreadable', 'Right so far, not yet complete.'],
    ['b,a,c,e,d', 'wrong', 'Line 1 comes too early. It needs the first.'],
    ['a,x,c,d,e', 'slip', 'Line 2 does not belong. A sign is lost.'],
    ['a,x,e,d,y', 'slip', 'Line 2 does not belong. A sign is lost.'],
    ['a,b,c,d,e,y', 'slip', 'Line 6 does not belong. A factor is lost.'],
    ['', 'unreadable', 'This is still empty; choose the first line.'],
    ['a,a', 'unreadable', 'This has a line twice.'],
    ['a,toString', 'unreadable', '“toString” is none of the lines.'],
  ])('%s is %s', async (written, verdict, message) => {
    expect(await mark(written)).toMatchObject({ verdict, message });
  });

  it('says which lines stand right up to the first wrong one, and nothing of those after it', async () => {
    expect((await mark('a,b,d,c,e')).entries).toEqual([true, true, false]);
    expect((await mark('a,b')).entries).toEqual([true, true]);
  });
});

describe('help with an order', () => {
  it('is offered after three different attempts with as many lines as belong', () => {
    expect(helpIsDue(['b', 'a,c', 'c'], asked())).toBe(false);
    expect(helpIsDue(['b,a,c,d,e', 'a,x,c,d,e'], asked())).toBe(false);
    expect(helpIsDue(['b,a,c,d,e', 'a,x,c,d,e', 'a,b,c,e,d'], asked())).toBe(true);
  });

  it('takes out a wrong line that was used, then joins lines, down to three pieces', () => {
    let placed: readonly string[] = ['a', 'x', 'c', 'e', 'd'];
    const one = nextHelp(placed, NO_HELP, asked())!;
    expect(one).toEqual({ out: ['x'], joined: [] });
    placed = helped(placed, one, asked());
    expect(placed).toEqual(['a', 'c', 'e', 'd']);

    const two = nextHelp(placed, one, asked())!;
    expect(two).toEqual({ out: ['x'], joined: ['b'] });
    placed = helped(placed, two, asked());
    expect(placed).toEqual(['a', 'b', 'c', 'e', 'd']);
    expect(piecesOf(placed, two, asked())).toEqual([['a', 'b'], ['c'], ['e'], ['d']]);

    const three = nextHelp(placed, two, asked())!;
    expect(three).toEqual({ out: ['x', 'y'], joined: ['b', 'd'] });
    placed = helped(placed, three, asked());
    expect(piecesOf(placed, three, asked())).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(nextHelp(placed, three, asked())).toBeUndefined();
  });

  it('brings what is joined to a line along with it', () => {
    const help = { out: [], joined: ['b', 'c'] };
    expect(helped(['a'], help, asked())).toEqual(['a', 'b', 'c']);
    expect(helped(['e', 'c'], help, asked())).toEqual(['e', 'a', 'b', 'c']);
    expect(helped(['d'], help, asked())).toEqual(['d']);
  });
});
