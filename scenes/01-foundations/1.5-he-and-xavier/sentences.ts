/** Why the two are what they are: one sentence that is right and three that are nearly so. */
export const sentences = {
  halves:
    'A ReLU halves the mean square, so He doubles the variance $1/n_{\\text{in}}$. Xavier balances the forward and the backward pass of a symmetric activation, so both fans are in it.',
  mean: 'A ReLU makes the mean positive, so He doubles the variance to bring it back to 0. Xavier averages inputs and outputs, so both fans are in it.',
  twice:
    'A ReLU is passed forward and backward, so He counts $1/n_{\\text{in}}$ twice. Xavier is for activations without a gradient at 0, so both fans are in it.',
  swapped:
    'A ReLU needs the forward and the backward pass balanced, which gives He its 2. Xavier doubles the variance because a tanh halves the mean square, so both fans are in it.',
} as const;

export type Sentence = keyof typeof sentences;
