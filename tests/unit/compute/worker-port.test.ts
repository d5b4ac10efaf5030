import { expect, test } from 'vitest';
import { KernelError } from '../../../src/compute/kernel';
import { WorkerPort } from '../../../src/compute/worker-port';

const release = { kind: 'release', id: 0 } as const;

test('a page that may start no Worker says so to whoever asks, and opens all the same', async () => {
  const port = new WorkerPort(() => {
    throw new DOMException('not from this origin', 'SecurityError');
  });
  await expect(port.send(release)).rejects.toThrow(
    new KernelError('the Worker that computes could not start: not from this origin'),
  );
  port.close();
});

test('a Worker whose script does not arrive fails what waits and what comes later', async () => {
  const worker = new EventTarget();
  const port = new WorkerPort(
    () => Object.assign(worker, { postMessage: () => undefined }) as unknown as Worker,
  );
  const waiting = port.send(release);
  const event = new Event('error', { cancelable: true });
  worker.dispatchEvent(event);
  expect(event.defaultPrevented, 'nothing in the console').toBe(true);
  await expect(waiting).rejects.toThrow('could not go on: it did not load');
  await expect(port.send(release)).rejects.toThrow('could not go on');
});
