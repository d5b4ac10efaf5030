// The exercises there are, one folder each: a new one is tested from the day it stands there.
import { existsSync, readdirSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/ensure.mjs';
import type { Expected } from '../../src/scene/contract';

export interface SceneUnderTest {
  /** `4.2`. */
  readonly number: string;
  /** The folder's path from the repository's root. */
  readonly folder: string;
  readonly expected: Expected;
}

register('./raw-text.mjs', import.meta.url);

async function readScene(folder: string): Promise<SceneUnderTest> {
  const url = pathToFileURL(`${root}${folder}/expected.ts`).href;
  const { default: expected } = (await import(url)) as { default: Expected };
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return { number: name.slice(0, name.indexOf('-')), folder, expected };
}

const inOrder = (a: SceneUnderTest, b: SceneUnderTest): number => {
  const [moduleA = 0, positionA = 0] = a.number.split('.').map(Number);
  const [moduleB = 0, positionB = 0] = b.number.split('.').map(Number);
  return moduleA - moduleB || positionA - positionB;
};

const folders = readdirSync(`${root}scenes`)
  .flatMap((module) => readdirSync(`${root}scenes/${module}`).map((name) => `${module}/${name}`))
  .map((path) => `scenes/${path}`)
  .filter((folder) => existsSync(`${root}${folder}/scene.ts`));

/** Every exercise, in the order of the book. */
export const scenes: readonly SceneUnderTest[] = (await Promise.all(folders.map(readScene))).sort(
  inOrder,
);

/** Whether an exercise has a program at scale. */
export const hasScale = ({ folder }: SceneUnderTest): boolean =>
  existsSync(`${root}${folder}/scale.ts`);

export const scenesAtScale = scenes.filter(hasScale);

/**
 * A scene of the tests with every kind of given, prediction and step: what is the template's, and so
 * the same on every page, is tried on it and on no other.
 */
export const fixture = await readScene('tests/fixtures/0.1-everything');
