import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compileAssembly } from '../../../tools/assembly.mjs';

const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
afterAll(() => rmSync(folder, { recursive: true }));

function source(name: string, text: string): string {
  const file = join(folder, `${name}.wasm.ts`);
  writeFileSync(file, text);
  return file;
}

test('AssemblyScript is compiled to a module that runs', async () => {
  const file = source('twice', 'export function twice(x: f32): f32 { return 2 * x; }');
  const { simd } = await compileAssembly(file);
  const env = { memory: new WebAssembly.Memory({ initial: 1 }) };
  const { instance } = await WebAssembly.instantiate(Buffer.from(simd, 'base64'), { env });
  expect((instance.exports.twice as (x: number) => number)(21)).toBe(42);
}, 60_000);

test('a mistake of types is an error that names the file and the line', async () => {
  const file = source('wrong', 'export function wrong(x: v128): f32 {\n  return x;\n}');
  await expect(compileAssembly(file)).rejects.toThrow(/wrong\.wasm\.ts[^]*return x/);
}, 60_000);

test('constants in memory are an error: other modules have theirs there', async () => {
  const file = source(
    'table',
    'export function at(): usize {\n  return memory.data<u8>([0, 7]);\n}',
  );
  await expect(compileAssembly(file)).rejects.toThrow(/table\.wasm\.ts: constants/);
}, 60_000);
