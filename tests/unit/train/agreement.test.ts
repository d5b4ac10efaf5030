import { expect, test } from 'vitest';
import { CpuCompute } from '../../../src/compute/cpu';
import { findKernel } from '../../../src/compute/find-kernel';
import { Twins } from '../../../src/compute/twins';
import { LocalPort } from '../../../src/compute/worker-port';
import { agreementOf } from '../../../src/train/agreement';
import { dataOf } from '../../../src/train/data';
import { defaults } from '../../../src/train/settings';

const port = (): LocalPort => new LocalPort(findKernel);

test('the first steps of a run are those of float64, within rounding', async () => {
  const compute = CpuCompute.open(port(), new Twins(port));
  const agreement = await agreementOf(compute, defaults, dataOf(defaults));
  expect(agreement).toMatchObject({ holds: true, compared: 31, what: 'weights' });
  expect(agreement!.largest).toBeGreaterThan(0);
  compute.close();
});
