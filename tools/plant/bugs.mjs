// The bugs that are planted: each a change in one file, and the suite that should catch it.

/**
 * @typedef {object} Bug
 * @property {string} what  the bug, in words
 * @property {string} file  from the repository's root
 * @property {string} find  stands in the file exactly once
 * @property {string} replace
 * @property {keyof typeof import('./suites.mjs').suites} suite
 */

const attention = 'scenes/04-transformers/4.2-attention-by-hand';

/** @type {readonly Bug[]} */
export const bugs = [
  {
    what: 'a kernel ignores a knob: the causal mask',
    file: 'shaders/attention/attention.wgsl',
    find: 'select(params.tokens, i + 1u, params.causal == 1u)',
    replace: 'params.tokens',
    suite: 'kernels',
  },
  {
    what: 'a kernel’s WGSL is off by one: the last key is left out',
    file: 'shaders/attention/attention.wgsl',
    find: 'for (var j = 0u; j < end; j++)',
    replace: 'for (var j = 0u; j + 1u < max(end, 2u); j++)',
    suite: 'kernels',
  },
  {
    what: 'two sums are merged without rescaling the first',
    file: 'shaders/softmax/online_softmax_merge.wgsl',
    find: 'sum * decay(top - larger)',
    replace: 'sum',
    suite: 'kernels',
  },
  {
    what: 'four invocations hand their numbers round in the wrong order',
    file: 'shaders/lib/quads.wgsl',
    find: 'return mat4x4f(own, quadSwapX(own), quadSwapY(own), quadSwapDiagonal(own));',
    replace: 'return mat4x4f(own, quadSwapY(own), quadSwapX(own), quadSwapDiagonal(own));',
    suite: 'kernels',
  },
  {
    what: 'a walker that diverged is left where it diverged to',
    file: 'shaders/optimiser/swarm.wgsl',
    find: 'if (is_beyond(farthest)) {',
    replace: 'if (params.walkers == 0u) {',
    suite: 'kernels',
  },
  {
    what: 'a gradient and its kernel agree on what is wrong: the output gate’s slope is left out',
    file: 'shaders/recurrent/lstm_gradient.ts',
    find: 'projected_gradient[positions[3]] = arriving * squashed * o * (1 - o);',
    replace: 'projected_gradient[positions[3]] = arriving * squashed * o;',
    suite: 'gradients',
  },
  {
    what: 'backward forgets what else a value was used for',
    file: 'src/learn/tape.ts',
    find: 'if (gradient) this.add(from[i], gradient);',
    replace: 'if (gradient) this.gradients.set(from[i], gradient);',
    suite: 'learning',
  },
  {
    what: 'an operation hands its gradients back in the wrong order',
    file: 'src/learn/operations/layer-norm.ts',
    find: 'return [toInputs, toGain, toBias];',
    replace: 'return [toInputs, toBias, toGain];',
    suite: 'learning',
  },
  {
    what: 'a step back runs again from the checkpoint, but without its optimiser',
    file: 'src/learn/training.ts',
    find: 'descent.state.forEach((tensor, i) => tape.compute.write(tensor, state[i]));',
    replace:
      'descent.state.slice(0, state.length / 2).forEach((tensor, i) => tape.compute.write(tensor, state[i]));',
    suite: 'learning',
  },
  {
    what: 'the knobs of a round come a round late',
    file: 'src/compute/rounds.ts',
    find: 'knobs[knob] = held[round];',
    replace: 'knobs[knob] = held[Math.max(0, round - 1)];',
    suite: 'learning',
  },
  {
    what: 'several Workers leave a row to nobody: a part begins too late',
    file: 'src/compute/division.ts',
    find: 'const from = edges[i];',
    replace: 'const from = Math.min(to - 1, edges[i] + i);',
    suite: 'compute',
  },
  {
    what: 'work goes on though nobody wants it any more',
    file: 'src/compute/watch.ts',
    find: "signal?.addEventListener('abort', drop, { once: true });",
    replace: '',
    suite: 'compute',
  },
  {
    what: 'agreement forgets NaN',
    file: 'src/compute/agreement.ts',
    find: 'largest = Math.max(largest, off);',
    replace: 'largest = off > largest ? off : largest;',
    suite: 'compute',
  },
  {
    what: 'agreement holds whatever the elements say',
    file: 'src/compute/agreement.ts',
    find: 'holds &&= off <= bound.absolute + bound.relative * size;',
    replace: 'holds &&= off < Infinity;',
    suite: 'compute',
  },
  {
    what: 'the parser drops a typographic minus',
    file: 'src/math/characters.ts',
    find: ".replace(DASHES, '-')",
    replace: ".replace(DASHES, '')",
    suite: 'numbers',
  },
  {
    what: 'links are written with a +',
    file: 'src/math/format.ts',
    find: "String(Object.is(value, -0) ? 0 : value).replace('+', '')",
    replace: 'String(Object.is(value, -0) ? 0 : value)',
    suite: 'numbers',
  },
  {
    what: 'a formula loses the brackets round what is looser',
    file: 'src/solution/print.ts',
    find: 'written.level < least ? style.bracket(written.text) : written.text',
    replace: 'written.text',
    suite: 'expressions',
  },
  {
    what: 'a prediction rounded up counts as right one decimal too far',
    file: 'src/scene/mark-numbers.ts',
    find: '(place(written) / 2) * (1 + SLACK)',
    replace: '(place(written) * 5) * (1 + SLACK)',
    suite: 'marks',
  },
  {
    what: 'a step’s formula is wrong: divided by d_k, not by its root',
    file: `${attention}/solution.ts`,
    find: 'divide(S, sqrt(d_k))',
    replace: 'divide(S, d_k)',
    suite: 'scenes',
  },
  {
    what: 'a slip’s value is the right answer',
    file: `${attention}/slips.ts`,
    find: 'weights: (model) => weightsDividedBy(model, 1),',
    replace: 'weights: (model) => weightsDividedBy(model, Math.sqrt(model.d_k)),',
    suite: 'scenes',
  },
  {
    what: 'seeded numbers change, and with them the instances links name',
    file: 'src/math/random.ts',
    find: 'return (this.bits() >>> 8) / 2 ** 24;',
    replace: 'return ((this.bits() << 8) >>> 8) / 2 ** 24;',
    suite: 'scenes',
  },
  {
    what: 'an import against the law: mathematics asks the page',
    file: 'src/math/linear.ts',
    find: "from './value';",
    replace: "from './value';\nimport '../ui/theme';",
    suite: 'imports',
  },
  {
    what: 'a scene imports past src/author.ts',
    file: `${attention}/model.ts`,
    find: "from '../../../src/author';",
    replace: "from '../../../src/math/linear';",
    suite: 'imports',
  },
  {
    what: 'the painter of arrays reads its field half a cell off',
    file: 'src/stage/field-2d.ts',
    find: '((pixel + 0.5) / pixels)',
    replace: '((pixel + 1) / pixels)',
    suite: 'painters',
  },
  {
    what: 'an output is shown a step too early',
    file: 'src/scene/session.ts',
    find: 'return this.step >= (index',
    replace: 'return this.step + 1 >= (index',
    suite: 'steps',
  },
  {
    what: 'a stale picture: a step is drawn, an edit is not',
    file: 'src/ui/live-picture.ts',
    find: 'this.view.draw(snapshot.model, snapshot.unfolding);',
    replace:
      'if (this.root.dataset.t !== String(snapshot.t)) this.view.draw(snapshot.model, snapshot.unfolding);\n    this.root.dataset.t = String(snapshot.t);',
    suite: 'givens',
  },
  {
    what: 'a fault is not said beside its field',
    file: 'src/ui/given-field.ts',
    find: 'fault ? `${id}-fault` : nothing;',
    replace: 'fault ? `${id}-faults` : nothing;',
    suite: 'givens',
  },
  {
    what: 'aria-busy is false before the picture is drawn',
    file: 'src/ui/exercise.ts',
    find: '      this.fit();\n',
    replace: "      this.fit();\n      this.setAttribute('aria-busy', 'false');\n",
    suite: 'ready',
  },
  {
    what: 'every keystroke is an entry of history',
    file: 'src/scene/address.ts',
    find: "kind: this.changing ? 'replace' : 'push'",
    replace: "kind: 'push'",
    suite: 'history',
  },
  {
    what: 'a link forgets its step',
    file: 'src/state/link.ts',
    find: "if (shown.step > 0) pairs.push(['step', String(shown.step)]);",
    replace: "if (shown.step > 1) pairs.push(['step', String(shown.step)]);",
    suite: 'links',
  },
  {
    what: 'a control without a name',
    file: 'src/ui/transport.ts',
    find: 'aria-label="Speed"',
    replace: '',
    suite: 'accessibility',
  },
  {
    what: 'a lost device is never noticed',
    file: 'src/scene/scale-runner.ts',
    find: 'void compute.lost.then((loss) => this.onLost(generation, loss));',
    replace: '',
    suite: 'without WebGPU',
  },
  {
    what: 'a wrong colour: one tint of a picture',
    file: 'src/ui/styles/theme.css',
    find: '  --role-weight: #b4540a;',
    replace: '  --role-weight: #b4300a;',
    suite: 'pictures',
  },
  {
    what: 'a moved label: numbers 3 px to the right of the middle of their cells',
    file: 'src/stage/kit/cell.ts',
    find: 'class="cell-number" x=${width / 2}',
    replace: 'class="cell-number" x=${width / 2 + 3}',
    suite: 'pictures',
  },
];
