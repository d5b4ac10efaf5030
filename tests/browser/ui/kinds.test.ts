// Grids are painted and pairs are made with a pointer and with keys.
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/matching';
import '../../../src/ui/painting';
import type { Matching } from '../../../src/ui/matching';
import type { PaintingField } from '../../../src/ui/painting';

afterEach(() => document.body.replaceChildren());

async function grid(): Promise<PaintingField> {
  const field = document.createElement('unfold-painting');
  field.label = 'mask';
  field.size = [3, 3];
  field.colours = [
    { value: 0, says: 'open' },
    { value: -Infinity, says: 'hidden' },
  ];
  document.body.append(field);
  await field.updateComplete;
  return field;
}

const cell = (name: string) => page.getByRole('gridcell', { name });

test('dragging paints the way, and a press takes the paint away again', async () => {
  const field = await grid();
  const heard: string[] = [];
  for (const type of ['input', 'change']) field.addEventListener(type, () => heard.push(type));
  await userEvent.dragAndDrop(cell('row 0, column 0'), cell('row 0, column 2'));
  expect(field.value).toBe('-Infinity,-Infinity,-Infinity;0,0,0;0,0,0');
  await userEvent.click(cell('row 0, column 0'));
  expect(field.value).toBe('0,-Infinity,-Infinity;0,0,0;0,0,0');
  expect(new Set(heard)).toEqual(new Set(['input', 'change']));
  expect(field.querySelector('[data-cell="0.1"]')!.ariaLabel).toBe('row 0, column 1: hidden');
});

test('arrows walk, Space paints, and with Shift the colour comes along', async () => {
  const field = await grid();
  field.focus();
  await userEvent.keyboard('{ArrowRight} {Shift>}{ArrowRight}{ArrowDown}{/Shift}');
  expect(field.value).toBe('0,-Infinity,-Infinity;0,0,-Infinity;0,0,0');
  expect(document.activeElement?.getAttribute('data-cell')).toBe('1.2');
  await userEvent.keyboard(' ');
  expect(field.value).toBe('0,-Infinity,-Infinity;0,0,0;0,0,0');
});

test('what is set and is no such grid stays as it was set, over blank cells', async () => {
  const field = await grid();
  field.value = 'much';
  await field.updateComplete;
  expect(field.value).toBe('much');
  expect(field.querySelectorAll('.cell-number')).toHaveLength(0);
});

async function pairs(): Promise<Matching> {
  const field = document.createElement('unfold-matching');
  field.label = 'models';
  field.pairs = ['one', 'two'].map((label, i) => ({
    label,
    choices: [['a', 'A card'], ['b', 'B card'], ...(i === 1 ? [['c', 'C card'] as const] : [])],
  }));
  document.body.append(field);
  await field.updateComplete;
  return field;
}

test('a card is dragged onto what it belongs to, and onto nothing else', async () => {
  const field = await pairs();
  const card = (name: string): Element =>
    [...field.querySelectorAll('.card')].find(({ textContent }) => textContent.includes(name))!;
  const row = (index: number): Element => field.querySelector(`[data-pair="${index}"]`)!;
  await userEvent.dragAndDrop(card('B card'), row(0));
  expect(field.value).toBe('b,');
  await userEvent.dragAndDrop(card('C card'), row(0));
  expect(field.value).toBe('b,');
  await userEvent.dragAndDrop(card('C card'), row(1));
  expect(field.value).toBe('b,c');
  await userEvent.dragAndDrop(card('A card'), document.body);
  expect(field.value).toBe('b,c');
});

test('the same is chosen from lists', async () => {
  const field = await pairs();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'models: two' }), 'C card');
  expect(field.value).toBe(',c');
});
