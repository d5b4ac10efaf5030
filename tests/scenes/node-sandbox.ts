// A sandbox for the suites in node, which run our own code only: the harness, with no walls around it.
import { compileFunction } from 'node:vm';
import type { Open } from '../../src/sandbox/frame';
import harness from '../../src/sandbox/harness.js?raw';

type Listener = (event: { readonly data?: unknown; readonly ports?: readonly unknown[] }) => void;
interface Scope {
  addEventListener(): void;
  onmessage?: Listener;
}

const start = compileFunction(harness, ['self', 'globalThis']) as (
  self: Scope,
  all: object,
) => void;

export const openInNode: Open = (program, heard) => {
  const scope: Scope = { addEventListener: () => undefined };
  start(scope, {});
  const port: { onmessage?: Listener; postMessage(data: unknown): void } = { postMessage: heard };
  scope.onmessage?.({ ports: [port] });
  port.onmessage?.({ data: program });
  return () => undefined;
};
