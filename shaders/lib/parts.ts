import type { Compute, Tensor } from '../../src/compute/compute';
import type { Dimensions, Kernel } from '../../src/compute/kernel';

/** The check of kernels that reduce rows in parts: no part may be empty. */
export const partsFit = ({ length, parts }: Dimensions): string | undefined =>
  parts > length
    ? `parts is ${parts}; a row of ${length} cannot have more parts than numbers`
    : undefined;

/** Numbers a part has, about: enough to keep an invocation busy, few enough to have many. */
const EACH = 128;

/** Whole quads where there are any, so that quads of parts can be read at once. */
function partsFor(length: number): number {
  const parts = Math.ceil(length / EACH);
  return parts < 4 ? 1 : Math.ceil(parts / 4) * 4;
}

/**
 * Reduces each row to one number by a kernel whose results can be reduced again by itself (`sum`,
 * `norm`): in parts, then the parts. The result, `rows` numbers, is the caller's to release.
 */
export function reduce(
  compute: Compute,
  kernel: Kernel,
  values: Tensor,
  { rows, length }: { readonly rows: number; readonly length: number },
): Tensor {
  const [read] = Object.keys(kernel.reads!);
  const [written] = Object.keys(kernel.writes!);
  const parts = partsFor(length);
  const results = compute.zeros(rows * parts);
  const dimensions = { rows, length, parts };
  compute.run(kernel, { dimensions, buffers: { [read]: values, [written]: results } });
  if (parts === 1) return results;
  const reduced = reduce(compute, kernel, results, { rows, length: parts });
  results.release();
  return reduced;
}
