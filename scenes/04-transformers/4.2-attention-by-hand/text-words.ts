import { decimals, nameOfCharacter, show } from '../../../src/author';
import { SIZE } from '../../../src/learn/character-transformer';
import { nameOfHead, sayHidden, sayKey, saySlope } from '../../../src/learn/head-words';
import { measure, scoreAt, tellingRow, weightAt, type Looks } from './looks';

/** Numbers of a query and of a key. */
const WIDTH = SIZE.width / SIZE.heads;

const percent = (share: number): string => `${show(100 * share, decimals(0))} %`;
const three = (x: number): string => show(x, decimals(3));
const two = (x: number): string => show(x, decimals(2));

const capital = (said: string): string => said[0].toUpperCase() + said.slice(1);

/** How a row of the map comes about. */
export const formula = `A row is softmax($qK^\\top/\\sqrt{${WIDTH}}$ + mask)`;

/** What came out, with its numbers. */
export function sayFound(looks: Looks): string {
  if (looks.text.length < 2) return 'A single character has nothing to look at but itself.';
  const { rows, onLargest, byDistance, often } = measure(looks);
  const kind =
    often.count > 0 ? ` In ${often.count} of ${rows} rows that key is ${often.name}.` : '';
  return `${capital(nameOfHead(looks.at))} puts ${percent(onLargest)} of a row on its largest key, on average. Distance alone would give that key ${percent(byDistance)}.${kind}`;
}

/** What the map has to do with the formula by hand. */
export const sayFormula = ({ at }: Pick<Looks, 'at'>): string =>
  `A row is $\\operatorname{softmax}(q K^\\top / \\sqrt{${WIDTH}} + M)$: the formula of By hand, with $d_k = ${WIDTH}$. The layers below make $Q$ and $K$ of your text, by learned matrices. The mask $M$ is added: $-\\infty$ where a key follows its query, which is the causal mask, and otherwise $-${saySlope(at)}$ times the distance. By distance alone the character itself would always come first. Exercise 4.4, At scale, has all ${SIZE.layers * SIZE.heads} heads side by side.`;

/** What a character attends to most, and with what weight. */
export function sayRow(looks: Looks, query: number): string {
  const { text, largest, alone } = looks;
  const key = largest[query];
  return `${capital(nameOfCharacter(text[query]))} attends most to ${sayKey(text, query, key)}, with weight ${three(weightAt(looks, query, key))}. Distance alone would give it ${three(alone[query][key])}.`;
}

/** What it has to do with another key. */
export function sayPair(looks: Looks, query: number, key: number): string {
  const { text, largest } = looks;
  if (key > query) return `${capital(sayHidden(text, query, key))}.`;
  const { score, lost } = scoreAt(looks, query, key);
  const scored = sayScore(two(score), two(lost));
  return key === largest[query]
    ? `Their score is ${scored}`
    : `To ${sayKey(text, query, key)} it gives ${three(weightAt(looks, query, key))}: ${scored}`;
}

const sayScore = (score: string, lost: string): string =>
  `$q·k/\\sqrt{${WIDTH}}$ ≈ ${score}, less ${lost} for the distance.`;

/** The longest that is said of a row, of another key of it and of its largest. */
export const longestSaid = [
  'Space attends most to space 63 back, with weight 0.000. Distance alone would give it 0.000.',
  `To space 63 back it gives 0.000: ${sayScore('−00.00', '00.00')}`,
  `Their score is ${sayScore('−00.00', '00.00')}`,
] as const;

/** Numbers that follow each other as `2 to 4`. */
function inRuns(numbers: readonly number[]): string {
  const starts = numbers.filter((n) => !numbers.includes(n - 1));
  const ends = numbers.filter((n) => !numbers.includes(n + 1));
  return starts.map((n, i) => (n === ends[i] ? `${n}` : `${n} to ${ends[i]}`)).join(', ');
}

/** The largest key of every query, as how far back it is: characters at one distance together. */
export function sayEach({ text, largest }: Pick<Looks, 'text' | 'largest'>): string {
  const distances = largest.map((key, query) => query - key);
  const said = [...new Set(distances)]
    .sort((a, b) => a - b)
    .map((distance) => {
      const queries = distances.flatMap((each, query) => (each === distance ? [query + 1] : []));
      return `${distance === 0 ? 'itself' : `${distance} back`} for ${inRuns(queries)}`;
    });
  return `The largest weight of each of the characters 1 to ${text.length} is on: ${said.join('; ')}.`;
}

/** The picture as text, with its numbers. */
export const describeText = (looks: Looks): string =>
  `Map of the weights of ${nameOfHead(looks.at)} over the ${looks.text.length} characters of the text: a row for each character that looks, a column for each that is looked at, nothing right of the diagonal. ${sayRow(looks, tellingRow(looks))} ${sayEach(looks)} ${sayFound(looks)}`;
