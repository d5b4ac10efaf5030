/** What is in a gzipped file; the file itself if it is not gzipped: some servers unpack what they send. */
export async function unzipped(file: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const zipped = file[0] === 0x1f && file[1] === 0x8b;
  if (!zipped) return new Response(file).arrayBuffer();
  const stream = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer().catch((cause: unknown) => {
    throw new RangeError('a gzipped file did not arrive whole', { cause });
  });
}
