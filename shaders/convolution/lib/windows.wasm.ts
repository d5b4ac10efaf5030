// How windows slide over images: sizes of a call of a convolution, the same for all its groups.

export let height: i32 = 0;
export let width: i32 = 0;
export let outHeight: i32 = 0;
export let outWidth: i32 = 0;
export let kernelHeight: i32 = 0;
export let kernelWidth: i32 = 0;
export let stride: i32 = 0;
export let padding: i32 = 0;
export let dilation: i32 = 0;

export function setSizes(
  newHeight: i32,
  newWidth: i32,
  newOutHeight: i32,
  newOutWidth: i32,
  newKernelHeight: i32,
  newKernelWidth: i32,
  newStride: i32,
  newPadding: i32,
  newDilation: i32,
): void {
  height = newHeight;
  width = newWidth;
  outHeight = newOutHeight;
  outWidth = newOutWidth;
  kernelHeight = newKernelHeight;
  kernelWidth = newKernelWidth;
  stride = newStride;
  padding = newPadding;
  dilation = newDilation;
}
