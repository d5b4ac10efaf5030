/** A text to be masked: every word and mark is one token here. */
export const TEXT: readonly string[] =
  'the river was high after the rain , so we crossed by the old bridge and walked along the bank to the mill , where we ate our bread and watched the water rise until the sun went down behind the hills'.split(
    ' ',
  );

/** Words that may stand in for a token; a real vocabulary has tens of thousands. */
export const VOCABULARY: readonly string[] =
  'apple tax seven green run clock paper under loud war piano salt king quickly gate nine'.split(
    ' ',
  );
