import type { Compute } from './compute';
import { CpuCompute } from './cpu';
import { inTime } from './deadline';
import {
  browserGpu,
  noDevice,
  requestDevice,
  type Device,
  type GpuSource,
  type NoDevice,
} from './device';
import type { Memory } from './trials';
import { Twins } from './twins';
import { canShare, WorkerPool } from './worker-pool';
import { WorkerPort, type Port } from './worker-port';

/** More would wait for each other at memory. */
const MOST_WORKERS = 8;
const workersWanted = (): number => Math.min(MOST_WORKERS, navigator.hardwareConcurrency);

/** What a test or an embedding page may put in place of the browser's own. */
export interface ComputeSeams {
  readonly source?: GpuSource;
  readonly openPort?: () => Port;
  /** Loads what computes on a GPU. */
  readonly load?: typeof loadGpu;
  /** Milliseconds, for sizing submits. */
  readonly now?: () => number;
  /** Where the quickest variants on a graphics card are remembered; without it none are tried. */
  readonly memory?: Memory;
}

/** The compute that runs, and why it is not the GPU where that is worth a sentence. */
export interface Opened {
  readonly compute: Compute & { close(): void };
  readonly reason?: NoDevice;
}

/**
 * Chooses where to compute. Unless told, the GPU only when it is a graphics card: software adapters
 * are slower than the Workers. A GPU that was asked for and is not to be had leaves the CPU, and
 * the reason.
 */
export async function openCompute(
  wanted: 'gpu' | 'cpu' | undefined,
  seams: ComputeSeams = {},
): Promise<Opened> {
  const openPort = seams.openPort ?? (() => new WorkerPort());
  const cpu = (reason?: NoDevice): Opened => {
    const port = canShare() ? new WorkerPool(openPort, workersWanted()) : openPort();
    return { compute: CpuCompute.open(port, new Twins(openPort)), reason };
  };
  if (wanted === 'cpu') return cpu();
  const found = await requestDevice(seams.source ?? browserGpu());
  if ('kind' in found) return cpu(found);
  if (wanted === undefined && found.adapter === 'software') {
    found.device.destroy();
    return cpu();
  }
  const compute = await computeOn(found, openPort, seams);
  if (!('kind' in compute)) return { compute };
  found.device.destroy();
  return cpu(compute);
}

/** Loaded only where there is a device: the CPU path needs no shader reflection. */
const loadGpu = () => import('./gpu');

/** Computes on this device, if the code for it arrives and the device takes it. */
async function computeOn(
  found: Device,
  openPort: () => Port,
  { load = loadGpu, now = () => performance.now(), memory }: ComputeSeams,
): Promise<Opened['compute'] | NoDevice> {
  const code = await inTime(load()).catch(() => undefined);
  if (!code) return noDevice('not-loaded');
  try {
    return code.GpuCompute.open(found, new Twins(openPort), now, memory);
  } catch {
    return noDevice('refused');
  }
}
