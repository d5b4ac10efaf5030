// A sandbox for the suites in node, which run our own code only: the harness in a context of its own.
import { createContext, runInContext } from 'node:vm';
import type { Open } from '../../src/sandbox/frame';
import harness from '../../src/sandbox/harness.js?raw';

type Listener = (event: { readonly data?: unknown; readonly ports?: readonly unknown[] }) => void;

export const openInNode: Open = (program, heard) => {
  const scope = createContext(Object.create(null) as object);
  runInContext('globalThis.self = globalThis; self.addEventListener = () => undefined;', scope);
  runInContext(harness, scope);
  const begin = runInContext('self.onmessage', scope) as Listener;
  const port: { onmessage?: Listener; postMessage(data: unknown): void } = { postMessage: heard };
  begin({ ports: [port] });
  port.onmessage?.({ data: program });
  return () => undefined;
};
