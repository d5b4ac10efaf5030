/** Questions that the workbook can answer, by a short name for links. */
export const questions = {
  reranking: 'Why does a cross-encoder rerank a shortlist and not all documents?',
  vanishing: 'Why does the gradient vanish when it travels back through many steps?',
  scaling: 'Why are attention scores divided by the root of the key width?',
  mask: 'How does the causal mask hide later tokens from the softmax?',
  carousel: 'Why does the forget gate keep a gradient alive in an LSTM?',
  clipping: 'Does clipping the norm of a gradient change its direction?',
  he: 'Why does He initialisation use twice the variance for ReLU layers?',
  check: 'Why is the central difference better than the forward difference?',
  neuron: 'What does the sigmoid do to the weighted sum of a neuron?',
  size: 'How do stride and padding change the output size of a convolution?',
  parameters: 'How many parameters does a filter have in a convolution?',
  field: 'Why are stacked small kernels better than one large kernel?',
  residual: 'Why does a skip connection help the gradient through deep blocks?',
  masking: 'Why are some chosen tokens of BERT left unchanged or swapped?',
  objectives: 'Which model predicts the next token and which fills gaps?',
  reference: 'What keeps the trained policy close to the reference model?',
  cosine: 'Why is cosine similarity not changed by the length of a vector?',
  fusion: 'How does reciprocal rank fusion score a document in several lists?',
  softmax: 'How can a softmax be computed online without overflow?',
  cache: 'How much memory do keys and values of all tokens take?',
} as const;

export type QuestionName = keyof typeof questions | 'own';

/** The field's choices: the questions as they are read, and the reader's own. */
export const choices: Readonly<Record<QuestionName, string>> = {
  ...questions,
  own: 'a question of my own',
};
