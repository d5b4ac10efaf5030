// What a reader on a slow network may have to wait for.
import { expect } from '@playwright/test';
import { total } from '../../tools/measure/weight.mjs';

/** Bytes, gzipped: what all exercises share, fonts included, and what each adds to it. */
export const FIRST_LOAD = 290_000;
const SCENE = 100_000;
/** The contents alone: what everybody who is sent to the workbook waits for. */
export const CONTENTS = 110_000;
/** Files: each is waited for, and small ones shrink less. */
const FILES = 40;
/** LangChain and the editor of code, for the scenes that use them: apart, and loaded by no other. */
const APART = 300_000;
const isApart = (url: string): boolean => /\/(lang(chain|graph)|code-editor)-[^/]*\.js$/.test(url);
/** The word vectors, for the scenes that search with them. */
const DATA = 1_500_000;
const isData = (url: string): boolean => url.endsWith('/words/vectors.bin');
/** What no other exercise loads. */
const isScene = (url: string): boolean => /\/scene-[^/]*\.js$/.test(url);

/** Holds what an exercise fetched, with nothing cached, to its budget. */
export function expectWithinBudget(fetched: ReadonlyMap<string, number>): void {
  // An exercise without numbers needs no fields for them: what most share is not what all do.
  const page = [...fetched];
  const apart = total(new Map(page.filter(([url]) => isApart(url))));
  const data = total(new Map(page.filter(([url]) => isData(url))));
  const whole = total(new Map(page)) - apart - data;
  expect.soft(page.filter(([url]) => !isApart(url)).length, 'files').toBeLessThanOrEqual(FILES);
  expect.soft(page.filter(([url]) => isScene(url)).length, 'its own part').toBeGreaterThan(0);
  expect.soft(whole, 'bytes').toBeLessThanOrEqual(FIRST_LOAD + SCENE);
  expect.soft(apart, 'bytes apart').toBeLessThanOrEqual(APART);
  expect.soft(data, 'bytes of data').toBeLessThanOrEqual(DATA);
}
