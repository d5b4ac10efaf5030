// What one browser does otherwise than another, whose visit is the measure.

/** @typedef {import('./visit.mjs').Visit} Visit */

/**
 * @typedef {object} Verdict  what is wrong, column by column; nothing where all is well
 * @property {string[]} hand @property {string[]} scale @property {string[]} answers
 * @property {string[]} errors @property {string[]} layout
 */

/** Engines round `exp` and its like to different neighbours: this much of a number may differ. */
const ROUNDING = 1e-12;
/** Results at scale come from sums of many such numbers, in words that round them. */
const AT_SCALE = 0.05;
/** What speaks of time has numbers of its own in every browser, and at every run. */
const TIMED = /\d (ms|s|seconds?)\b|as long/;
/**
 * Pixels that a part may stand or reach elsewhere, since each engine rounds the height of a line: less
 * than a line of text, so that a word that wraps is seen.
 */
const SHIFT = 24;

const NUMBER = /-?\d+(\.\d+)?(e[+-]?\d+)?/g;

/** Whether two texts say the same and their numbers differ by no more than a share. @param {string} a @param {string} b @param {number} share */
export function alike(a, b, share) {
  if (a.replaceAll(NUMBER, '#') !== b.replaceAll(NUMBER, '#')) return false;
  const [one, other] = [a, b].map((text) => (text.match(NUMBER) ?? []).map(Number));
  return one.every((x, i) => Math.abs(x - other[i]) <= share * Math.max(Math.abs(x), 1e-300));
}

/** @param {Visit['hand'][number]} is @param {Visit['hand'][number]} should */
function moved(is, should) {
  return Object.keys(should.boxes).flatMap((part) => {
    const box = is.boxes[part];
    if (!box) return [`${part} is missing`];
    const shift = Math.max(...box.map((x, i) => Math.abs(x - should.boxes[part][i])));
    return shift > SHIFT ? [`${part} ${shift.toFixed(0)} px elsewhere`] : [];
  });
}

/** @param {string[]} is @param {string[]} should */
const beyond = (is, should) => is.filter((finding) => !should.includes(finding));

/** @param {Visit} is @param {Visit} should @returns {Verdict} */
export function compare(is, should) {
  /** @type {Verdict} */
  const verdict = { hand: [], scale: [], answers: [], errors: [...new Set(is.errors)], layout: [] };
  if (is.hand.length !== should.hand.length) {
    verdict.hand.push(`${is.hand.length - 1} steps, not ${should.hand.length - 1}`);
  }
  is.hand.forEach((step, i) => {
    const other = should.hand[i];
    if (!other) return;
    const at = (/** @type {string} */ finding) => `step ${i}: ${finding}`;
    if (step.step !== i) verdict.hand.push(at(`step ${step.step} is shown`));
    if (step.said !== other.said)
      verdict.hand.push(at(`says ${difference(step.said, other.said)}`));
    for (const name of new Set([...Object.keys(other.answers), ...Object.keys(step.answers)])) {
      const [value, wanted] = [step.answers[name] ?? '', other.answers[name] ?? ''];
      if (!alike(value, wanted, ROUNDING)) {
        verdict.answers.push(at(`${name} is ${value}, not ${wanted}`));
      }
    }
    verdict.layout.push(
      ...moved(step, other).map(at),
      ...beyond(step.layout, other.layout).map(at),
    );
  });
  verdict.layout.push(...beyond(is.layout, should.layout).map((finding) => `At scale: ${finding}`));
  if (typeof is.scale === 'object' && typeof should.scale === 'object') {
    const [fills, wanted] = [is.scale.fills, should.scale.fills].map((x) => Math.round(100 * x));
    if (!(Math.abs(fills - wanted) <= 10)) {
      verdict.layout.push(
        `At scale: the picture is ${fills} % as high as its room, not ${wanted} %`,
      );
    }
  }
  if (should.scale !== undefined) verdict.scale.push(...judge(is.scale, should.scale));
  return verdict;
}

/** @param {Visit['scale']} is @param {Visit['scale']} should */
function judge(is, should) {
  if (typeof is !== 'object') return [is ?? 'it has no such tab'];
  /** @type {string[]} */
  const wrong = [];
  if (!(is.largest <= is.limit)) wrong.push(`off by ${is.largest}, beyond ${is.limit}`);
  if (!(is.elapsed > 0)) wrong.push(`it took ${is.elapsed} ms`);
  const finding = typeof should === 'object' ? should.finding : '';
  const sentences = (/** @type {string} */ text) => text.split(/(?<=[.?:]) /);
  const [said, wanted] = [is.finding, finding].map(sentences);
  const same = wanted.every((sentence, i) =>
    alike(said[i] ?? '', sentence, TIMED.test(sentence) ? Infinity : AT_SCALE),
  );
  if (!same || said.length !== wanted.length) {
    wrong.push(`found ${difference(is.finding, finding)}`);
  }
  return wrong;
}

/** Where two texts part. @param {string} is @param {string} should */
function difference(is, should) {
  let at = 0;
  while (at < is.length && is[at] === should[at]) at += 1;
  const from = Math.max(0, at - 12);
  return `“${is.slice(from, at + 24)}”, not “${should.slice(from, at + 24)}”`;
}
