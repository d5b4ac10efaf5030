declare module 'virtual:search-index' {
  /** A MiniSearch index of all exercises, as JSON; `tools/search-index.mjs` makes it. */
  const index: string;
  export default index;
}
