import { beforeEach, describe, expect, test } from 'vitest';
import { add, divide, multiply, subtract } from '../../../src/solution/arithmetic';
import { given, named } from '../../../src/solution/expression';
import { LineView, renderInline, renderLine } from '../../../src/solution/line-view';

let host: HTMLElement;

beforeEach(() => {
  host = document.createElement('div');
  host.style.width = '440px';
  document.body.replaceChildren(host);
});

const product = (w: number, x: number) =>
  named('y', multiply(given('w', w, { role: 'weight', part: 'w' }), given('x', x)), { part: 'y' });

/** What is seen, the copy for screen readers left out. */
const seen = (root: Element) =>
  [...root.querySelectorAll('.katex-html')].map((face) => face.textContent).join('');
const heard = (root: Element) =>
  [...root.querySelectorAll('.katex-mathml mn')].map((digits) => digits.textContent).join(' ');

const spacesIn = (root: Element): number => root.querySelectorAll('.mspace').length;

describe('a line', () => {
  test('stands face by face, with parts and roles on it', () => {
    renderLine(host, product(0.5, 2));
    expect([...host.children].map(seen)).toEqual(['y', '=wx', '=0.5⋅2', '=1']);
    expect(host.querySelectorAll('[data-part="w"] .role-weight')).toHaveLength(2);
    expect(host.querySelectorAll('[data-part="y"]')).toHaveLength(2);
  });

  test('keeps its elements while only digits change, and shows the new ones', () => {
    renderLine(host, product(0.5, 2));
    const before = [...host.querySelectorAll('*')];
    renderLine(host, product(0.25, 12));
    expect(seen(host)).toBe('y=wx=0.25⋅12=3');
    expect(
      [...host.querySelectorAll('.line-face, .katex, [data-slot]')].every((element) =>
        before.includes(element),
      ),
    ).toBe(true);
  });

  test('writes the digits of a fraction above and below its line, where they belong', () => {
    const ratio = (a: number, b: number) => named('q', divide(given('a', a), given('b', b)));
    const fresh = document.createElement('div');
    renderLine(host, ratio(3, 4));
    renderLine(host, ratio(5, 4));
    renderLine(host, ratio(6, 8));
    renderLine(fresh, ratio(6, 8));
    expect(seen(host)).toBe(seen(fresh));
  });

  test('has its numbers built anew when a sign changes, and its symbols stand', () => {
    renderLine(host, product(0.5, 2));
    const before = [...host.children];
    renderLine(host, product(-0.5, 2));
    expect(seen(host)).toBe('y=wx=(−0.5)⋅2=−1');
    expect([...host.children].map((face) => before.includes(face))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('writes digits into one face while another is built anew', () => {
    const difference = (a: number, b: number) => named('d', subtract(given('a', a), given('b', b)));
    const view = renderLine(host, difference(3, 2));
    renderLine(host, difference(2, 3));
    expect(seen(host)).toBe('d=a−b=2−3=−1');
    view.settle();
    expect(heard(host)).toBe('2 3 1');
  });

  test('shows after many changes what a fresh line shows', () => {
    const view = new LineView(host);
    const fresh = document.createElement('div');
    for (const [w, x] of [
      [0.5, 2],
      [1 / 3, 2],
      [-1e-8, 7],
      [4, Infinity],
      [0.25, 12],
    ]) {
      view.show(product(w, x));
      view.settle();
      fresh.replaceChildren();
      new LineView(fresh).show(product(w, x));
      expect(seen(host)).toBe(seen(fresh));
      expect(heard(host)).toBe(heard(fresh));
      expect(host.querySelectorAll('.mspace')).toHaveLength(spacesIn(fresh));
    }
  });
});

test('the copy for screen readers follows at rest, and holds no marks of ours', () => {
  const view = renderLine(host, product(0.5, 2));
  renderLine(host, product(0.25, 12));
  expect(heard(host)).toBe('0.5 2 1');
  view.settle();
  expect(heard(host)).toBe('0.25 12 3');
  expect(host.querySelectorAll('.katex-mathml math')).toHaveLength(4);
  expect(host.querySelector('.line-face:nth-child(3) annotation')?.textContent).toBe(
    '{}=\\nobreak 0.25 \\cdot 12',
  );
});

test('the copy follows by itself when the numbers rest', async () => {
  renderInline(host, product(0.5, 2));
  renderInline(host, product(0.5, 6));
  expect(heard(host)).toBe('1');
  await expect.poll(() => heard(host)).toBe('3');
});

test('two lines on one page do not touch each other', () => {
  const other = document.createElement('div');
  document.body.append(other);
  renderLine(host, product(0.5, 2));
  renderLine(other, product(3, 4));
  renderLine(host, product(0.25, 12));
  expect(seen(other)).toBe('y=wx=3⋅4=12');
});

test('a narrow column breaks a line at its relations', () => {
  host.style.display = 'flex';
  host.style.flexWrap = 'wrap';
  const long = given('x_{\\text{a long name}}', 1234.5);
  renderLine(host, named('y', add(long, long, long, divide(long, long))));
  const tops = [...host.children].map((face) => face.getBoundingClientRect().bottom);
  expect(new Set(tops).size).toBeGreaterThan(1);
  expect(host.scrollWidth).toBeLessThanOrEqual(440);
});

describe('in prose', () => {
  test('an expression is symbols = value, patched as a line is', () => {
    renderInline(host, product(0.5, 2));
    expect(seen(host)).toBe('y=1');
    const face = host.firstElementChild;
    renderInline(host, product(0.5, 6));
    expect(seen(host)).toBe('y=3');
    expect(host.firstElementChild).toBe(face);
  });

  test('TeX is a label, and an expression may take its place', () => {
    renderInline(host, 'd_k');
    expect(seen(host)).toBe('dk\u200b');
    renderInline(host, product(0.5, 2));
    expect(seen(host)).toBe('y=1');
    renderInline(host, 'd_k');
    expect(host.querySelectorAll('.katex')).toHaveLength(1);
  });

  test('a label that took the place of a line keeps its own copy', async () => {
    renderLine(host, product(0.5, 2));
    renderLine(host, product(0.25, 12));
    renderInline(host, 'd_{42}');
    // Longer than the rest after which the line would have brought its copy up to date.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(heard(host)).toBe('42');
  });

  test('an element changes from prose to a line', () => {
    renderInline(host, product(0.5, 2));
    renderLine(host, product(0.5, 2));
    expect(seen(host)).toBe('y=wx=0.5⋅2=1');
  });
});
