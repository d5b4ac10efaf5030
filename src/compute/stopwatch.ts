/** Milliseconds between two timestamps in nanoseconds. */
const PER_MILLISECOND = 1e6;

/** Asks the GPU itself how long a compute pass took. */
export class Stopwatch {
  private readonly stamps: GPUQuerySet;
  private readonly resolved: GPUBuffer;

  /** Only for a device with the feature `timestamp-query`. */
  constructor(private readonly device: GPUDevice) {
    this.stamps = device.createQuerySet({ type: 'timestamp', count: 2 });
    this.resolved = device.createBuffer({
      size: 16,
      usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC,
    });
  }

  /** What a pass is begun with to be timed. */
  get writes(): GPUComputePassTimestampWrites {
    return {
      querySet: this.stamps,
      beginningOfPassWriteIndex: 0,
      endOfPassWriteIndex: 1,
    };
  }

  /** Encodes the reading, after the pass; to be awaited once it is submitted. */
  read(encoder: GPUCommandEncoder): () => Promise<number> {
    const staging = this.device.createBuffer({
      size: 16,
      usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
    });
    encoder.resolveQuerySet(this.stamps, 0, 2, this.resolved, 0);
    encoder.copyBufferToBuffer(this.resolved, 0, staging, 0, 16);
    return async () => {
      try {
        await staging.mapAsync(GPUMapMode.READ);
        const [start, end] = new BigUint64Array(staging.getMappedRange());
        return Number(end - start) / PER_MILLISECOND;
      } finally {
        staging.destroy();
      }
    };
  }
}
