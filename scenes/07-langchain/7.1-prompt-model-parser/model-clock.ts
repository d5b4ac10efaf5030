/** The clock that a scripted model waits by: it goes on once nothing else is left to do. */
export class ModelClock {
  now = 0;
  private readonly waiting: { at: number; go: () => void }[] = [];

  wait(ticks: number): Promise<void> {
    return new Promise((go) => this.waiting.push({ at: this.now + ticks, go }));
  }

  /** Lets the time pass until this is over. */
  async run<T>(running: Promise<T>): Promise<T> {
    let over = false;
    const end = (): void => {
      over = true;
    };
    running.then(end, end);
    for (;;) {
      await settled();
      if (over) return running;
      const next = this.waiting.sort((a, b) => a.at - b.at).shift();
      if (!next) continue;
      this.now = next.at;
      next.go();
    }
  }
}

/** After everything that was ready has been done. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
