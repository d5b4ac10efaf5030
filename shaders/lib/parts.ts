import type { Compute, Tensor } from '../../src/compute/compute';
import type { Dimensions, Kernel } from '../../src/compute/kernel';

/** The check of kernels that reduce rows in parts: no part may be empty. */
export const partsFit = ({ length, parts }: Dimensions): string | undefined =>
  parts > length
    ? `parts is ${parts}; a row of ${length} cannot have more parts than numbers`
    : undefined;

/** Numbers a part has, about: enough to keep an invocation busy, few enough to have many. */
const EACH = 256;

/** Numbers of a block at least: a workgroup's neighbours read on where it stopped, not far away. */
const BLOCK = 2 ** 16;

/** Whole quads where there are any, so that quads of parts can be read at once. */
function partsFor(length: number): number {
  const parts = Math.ceil(length / EACH);
  return parts < 4 ? 1 : Math.ceil(parts / 4) * 4;
}

type Rows = Readonly<Record<'rows' | 'length', number>>;
type Stage = Readonly<Record<'rows' | 'length' | 'parts', number>>;

/**
 * The dimensions of the first stage of a reduction. Long rows that can be halved are cut into blocks,
 * each a row of its own; what is left to do is to reduce `rows` rows of all their blocks' parts.
 */
export function stageFor({ rows, length }: Rows): Stage {
  let block = length;
  while (block % 8 === 0 && block / 2 >= BLOCK) block /= 2;
  return { rows: rows * (length / block), length: block, parts: partsFor(block) };
}

/**
 * Reduces each row to one number by a kernel whose results can be reduced again by itself (`sum`,
 * `norm`): in parts, then the parts. The result, `rows` numbers, is the caller's to release.
 */
export function reduce(
  compute: Compute,
  kernel: Kernel,
  values: Tensor,
  { rows, length }: Rows,
): Tensor {
  const [read] = Object.keys(kernel.reads!);
  const [written] = Object.keys(kernel.writes!);
  const dimensions = stageFor({ rows, length });
  const count = dimensions.rows * dimensions.parts;
  const results = compute.zeros(count);
  compute.run(kernel, { dimensions, buffers: { [read]: values, [written]: results } });
  if (count === rows) return results;
  const reduced = reduce(compute, kernel, results, { rows, length: count / rows });
  results.release();
  return reduced;
}
