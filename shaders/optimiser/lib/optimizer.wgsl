// One step of an optimiser in two dimensions, as torch.optim has it; the twin of optimizer.ts.
// `OPTIMIZER` stands in front of this source (specialised.ts).

// Whether the rule changes a walker's `second`; where it does not, that is left out of every step.
const HAS_SQUARES = OPTIMIZER > 2u;

struct Walker {
  position: vec2f,
  // The velocity, or the mean of the gradients.
  first: vec2f,
  // The mean of their squares.
  second: vec2f,
}

struct Settings {
  // Along either axis.
  lr: vec2f,
  momentum: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
}

// Adam's 1 − β^t for both decays, kept by recurrence: computed from β^t it would lose its digits.
fn corrected(correction: vec2f, settings: Settings) -> vec2f {
  if (OPTIMIZER != 4u) {
    return correction;
  }
  let decay = vec2f(settings.beta1, settings.beta2);
  return decay * correction + (vec2f(1f) - decay);
}

// `correction` is that of this step.
fn advance(walker: Walker, gradient: vec2f, settings: Settings, correction: vec2f) -> Walker {
  var next = walker;
  switch OPTIMIZER {
    case 1u: {
      next.first = settings.momentum * walker.first + gradient;
      next.position -= settings.lr * next.first;
    }
    case 2u: {
      next.first = settings.momentum * walker.first + gradient;
      next.position -= settings.lr * (gradient + settings.momentum * next.first);
    }
    case 3u: {
      next.second = settings.beta2 * walker.second + (1f - settings.beta2) * gradient * gradient;
      next.position -= settings.lr * gradient / (sqrt(next.second) + settings.epsilon);
    }
    case 4u: {
      next.first = settings.beta1 * walker.first + (1f - settings.beta1) * gradient;
      next.second = settings.beta2 * walker.second + (1f - settings.beta2) * gradient * gradient;
      let mean = next.first / correction.x;
      let square = next.second / correction.y;
      next.position -= settings.lr * mean / (sqrt(square) + settings.epsilon);
    }
    default: {
      next.position -= settings.lr * gradient;
    }
  }
  return next;
}

// Beyond 10⁴, or with a memory beyond 10³⁰, a walker counts as diverged and stays where it was. Told from
// the bits, which NaN and infinities fail as well: shaders may assume that these are absent.
const FAR = 0x461c4000i;
const MOST = 0x7149f2cai;

// Without their signs bits are in the order of the numbers, as signed integers too, which processors
// compare in one instruction where software adapters run.
fn magnitude(v: vec2f) -> vec2i {
  return bitcast<vec2i>(v) & vec2i(0x7fffffffi);
}

// How large the larger entry of a walker's position is, and of its memories.
fn reach(walker: Walker) -> vec2i {
  let position = magnitude(walker.position);
  var memory = magnitude(walker.first);
  if (HAS_SQUARES) {
    memory = max(memory, magnitude(walker.second));
  }
  return vec2i(max(position.x, position.y), max(memory.x, memory.y));
}

fn is_beyond(reach: vec2i) -> bool {
  return reach.x > FAR || reach.y > MOST;
}

fn has_diverged(walker: Walker) -> bool {
  return is_beyond(reach(walker));
}

// Six planes of `count` numbers: x, y, then both entries of `first` and of `second`.
fn load_walker(i: u32, count: u32) -> Walker {
  return Walker(
    vec2f(state[i], state[count + i]),
    vec2f(state[2u * count + i], state[3u * count + i]),
    vec2f(state[4u * count + i], state[5u * count + i]),
  );
}
