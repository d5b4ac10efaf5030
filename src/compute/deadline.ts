/** How long an adapter, a device or the code for it may take to come, in milliseconds. */
export const PATIENCE = 5000;

/**
 * What a promise resolves to, or undefined when that takes longer than anybody waits; what comes
 * later is handed to `late`.
 */
export async function inTime<T>(
  promise: Promise<T>,
  late: (value: T) => void = () => undefined,
): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  let over = false;
  const deadline = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      over = true;
      resolve(undefined);
    }, PATIENCE);
  });
  const settled = promise.then((value) => {
    if (over) late(value);
    return value;
  });
  // After the deadline nobody hears of a rejection.
  settled.catch(() => undefined);
  return Promise.race([settled, deadline]).finally(() => clearTimeout(timer));
}
