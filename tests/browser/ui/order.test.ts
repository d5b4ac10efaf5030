// Lines are put in order by the mouse, by a finger and by keys; a reader of screens hears how it went.
import { userEvent } from 'vitest/browser';
import { beforeEach, expect, test } from 'vitest';
import type { PredictionField } from '../../../src/scene/prediction-kind';
import '../../../src/ui/order';
import '../../../src/ui/styles/order.css';
import type { Order } from '../../../src/ui/order';

const field: PredictionField = {
  prediction: {
    answer: 'way',
    kind: 'order',
    label: 'way',
    options: {
      lines: {
        a: { says: 'first', early: '' },
        b: { says: 'second', early: '' },
        c: { says: 'third', early: '' },
        d: { says: 'fourth', early: '' },
        x: { says: 'not second', twin: 'b', hint: '' },
      },
    },
  },
  answer: { name: 'way', value: ['a', 'b', 'c', 'd'] },
  slips: [],
  model: {},
  instance: 0,
  id: 'way',
  describedBy: '',
  written: '',
  mark: undefined,
  attempts: [],
  write() {},
};

let order: Order;
let heard: string[];

beforeEach(async () => {
  order = document.createElement('unfold-order');
  order.field = field;
  heard = [];
  for (const type of ['input', 'change'])
    order.addEventListener(type, () => heard.push(`${type} ${order.value}`));
  document.body.replaceChildren(order);
  await order.updateComplete;
});

/** What a reader of screens hears of a line. */
const heardOf = (id: string): string =>
  lineOf(id).querySelector('.sr-only')!.textContent.trim().replace(/\s+/g, ' ');

const lineOf = (id: string): HTMLElement => order.querySelector(`[data-line="${id}"] button`)!;
const said = (): string => order.querySelector('[role=status]')!.textContent;

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await userEvent.keyboard(`{${key}}`);
    await order.updateComplete;
  }
}

async function drag(id: string, to: Element, edge: 'top' | 'bottom'): Promise<void> {
  const { left, top, height } = lineOf(id).getBoundingClientRect();
  const from = { clientX: left + 8, clientY: top + height / 2 };
  const goal = { clientX: left + 20, clientY: to.getBoundingClientRect()[edge] };
  const fire = (type: string, at: object, target: EventTarget) =>
    target.dispatchEvent(
      new PointerEvent(type, { ...at, bubbles: true, pointerId: 1, pointerType: 'mouse' }),
    );
  // What is not a real pointer cannot be captured.
  order.setPointerCapture = () => undefined;
  fire('pointerdown', from, lineOf(id));
  fire('pointermove', { clientX: from.clientX, clientY: from.clientY - 8 }, window);
  await order.updateComplete;
  fire('pointermove', goal, window);
  await order.updateComplete;
  fire('pointerup', goal, window);
  await order.updateComplete;
}

test('a line that is pressed is the next', async () => {
  for (const id of ['c', 'a']) {
    lineOf(id).click();
    await order.updateComplete;
  }
  expect(order.value).toBe('c,a');
  expect(heard).toEqual(['input c', 'change c', 'input c,a', 'change c,a']);
});

test('Space holds a line, arrows move it in and out of the order, Escape puts it back', async () => {
  order.value = 'a,b,c';
  await order.updateComplete;
  lineOf('c').focus();
  await press(' ');
  expect(said()).toBe('Held. Arrows move it, Space lets go, Escape puts it back.');
  await press('ArrowUp');
  expect(order.value).toBe('a,c,b');
  expect(said()).toBe('Line 2 of 3.');
  await press('Escape');
  expect(order.value).toBe('a,b,c');
  expect(said()).toBe('Put back.');

  await press(' ', 'ArrowDown');
  expect([order.value, said()]).toEqual(['a,b', 'Left out.']);
  expect(document.activeElement).toBe(lineOf('c'));
  await press('ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
  expect([order.value, said()]).toEqual(['c,a,b', 'Line 1 of 3.']);
  await press(' ');
  expect(heard.at(-1)).toBe('change c,a,b');
  await press('ArrowDown');
  expect(document.activeElement, 'let go: arrows walk').toBe(lineOf('a'));
});

test('a held line has buttons for fingers', async () => {
  order.value = 'a,b,c';
  await order.updateComplete;
  lineOf('b').click();
  await order.updateComplete;
  const button = (name: string): HTMLElement => order.querySelector(`[aria-label="${name}"]`)!;
  button('Move up').click();
  await order.updateComplete;
  expect(order.value).toBe('b,a,c');
  expect(button('Move up').matches(':disabled')).toBe(true);
  button('Leave out').click();
  await order.updateComplete;
  expect(order.value).toBe('a,c');
});

test('a line is dragged into the order, within it and out of it', async () => {
  await drag('b', order.querySelector('[data-zone=order]')!, 'bottom');
  expect(order.value).toBe('b');
  await drag('a', lineOf('b'), 'top');
  expect(order.value).toBe('a,b');
  await drag('a', lineOf('b'), 'bottom');
  expect(order.value).toBe('b,a');
  await drag('b', order.querySelector('[data-zone=left]')!, 'bottom');
  expect(order.value).toBe('a');
  expect(heard.filter((each) => each.startsWith('change'))).toHaveLength(4);
});

test('every line says where it is, and of two that are told apart, that they are', async () => {
  order.value = 'a';
  await order.updateComplete;
  expect(heardOf('a')).toBe('first, line 1 of 1');
  expect(heardOf('c')).toBe('third, left out');
  expect(heardOf('x')).toBe('not second, one of these two');
  expect(order.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test('what is set from outside is kept, also where it names no line', async () => {
  order.value = 'a,nothing';
  await order.updateComplete;
  expect(order.value).toBe('a,nothing');
  expect(order.querySelectorAll('[data-zone=order] [data-line]')).toHaveLength(1);
});

test('after three attempts it can be made easier, down to three pieces', async () => {
  const easier = (): HTMLElement | null => order.querySelector('.order-help');
  order.value = 'b,a,x,d';
  await order.updateComplete;
  expect(easier()).toBeNull();
  order.field = { ...field, attempts: ['b,a,c,d', 'a,x,c,d', 'b,a,x,d'] };
  await order.updateComplete;
  easier()!.click();
  await order.updateComplete;
  expect(order.value).toBe('b,a,d');
  expect(order.querySelector('[data-line=x]')).toBeNull();
  easier()!.click();
  await order.updateComplete;
  expect(order.value).toBe('a,b,d');
  expect(order.querySelectorAll('[data-zone=order] [data-line]')).toHaveLength(2);
  expect(easier()).toBeNull();
});
