/** The bytes of a file of `public`, or a sentence that says why they did not come. */
export async function fetchPublic(path: string, what: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`${import.meta.env.BASE_URL}${path}`).catch(() => undefined);
  if (!response?.ok) {
    throw new Error(
      response
        ? `the server answered ${response.status} when asked for ${what}`
        : `there is no connection to fetch ${what} by`,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}
