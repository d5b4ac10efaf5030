/** The shipped weights of a recipe, from `public/trained`. */
export async function loadWeights(name: string): Promise<Float32Array> {
  const response = await fetch(`${import.meta.env.BASE_URL}trained/${name}.bin`).catch(
    () => undefined,
  );
  if (!response?.ok) {
    throw new Error(
      response
        ? `the server answered ${response.status} when asked for the trained weights`
        : 'there is no connection to fetch the trained weights by',
    );
  }
  return new Float32Array(await response.arrayBuffer());
}
