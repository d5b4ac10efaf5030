import { plainCharacters } from './characters';
import { FormulaError, functions } from './formula';

const names = functions.join('|');

/**
 * A formula as people write it by hand or copy it from a page, in the spelling that the parser
 * knows: `x²`, `ln(x)`, `√(x)`, `|x|`, `sin²(x)`. What is not known stays as it is.
 * @throws {FormulaError} with a sentence about what can be read in two ways.
 */
export function plainSpelling(text: string): string {
  const plain = plainCharacters(text)
    .replace(/\bln\b/g, 'log')
    .replace(/√\s*(?=[(|])/g, 'sqrt');
  if (plain.includes('√')) throw new FormulaError('√ needs brackets: √( … )');
  const comma = /(\d+),(\d+)/.exec(plain);
  if (comma) {
    const [written, whole, decimals] = comma;
    throw new FormulaError(
      `“${written}” has a comma; write the decimal point, ${whole}.${decimals}`,
    );
  }
  return powersOfFunctions(barsAsCalls(plain));
}

const ENDS_IN_FUNCTION = new RegExp(`(?:^|[^\\w])(?:${names})$`);

/** `|x|` is abs(x). A bar closes where something stands before it and the last to open is a bar. */
function barsAsCalls(text: string): string {
  let plain = '';
  const open: string[] = [];
  for (const character of text) {
    if (character === '(') open.push(character);
    if (character === ')' && open.pop() === '|') throw barLeftOpen();
    if (character !== '|') {
      plain += character;
      continue;
    }
    const before = plain.trimEnd();
    const complete = /[\p{L}\w.)]$/u.test(before) && !ENDS_IN_FUNCTION.test(before);
    if (complete && open.at(-1) === '|') {
      open.pop();
      plain += '))';
    } else {
      open.push('|');
      plain += '(abs(';
    }
  }
  if (open.includes('|')) throw barLeftOpen();
  return plain;
}

const barLeftOpen = (): FormulaError => new FormulaError('a bar | is not closed');

const POWER = new RegExp(`\\b(${names})\\s*(?:\\^|\\*\\*)\\s*(\\d+|-\\d+|\\(-\\d+\\))\\s*`);

/** `sin^2(x)` is (sin(x))^2. */
function powersOfFunctions(text: string): string {
  const found = POWER.exec(text);
  if (!found) return text;
  const [all, name, power] = found;
  if (power.includes('-')) {
    throw new FormulaError(`${name}^${power} can be read in two ways; write 1/${name}( … )`);
  }
  const from = found.index + all.length;
  if (text[from] !== '(') {
    throw new FormulaError(`${name} needs brackets: ${name}^${power}( … )`);
  }
  const end = closing(text, from);
  const applied = `(${name}${text.slice(from, end)})^${power}`;
  return powersOfFunctions(text.slice(0, found.index) + applied + text.slice(end));
}

/** Where the bracket that opens at `from` has been closed. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1;
    if (text[i] === ')') depth -= 1;
    if (depth === 0) return i + 1;
  }
  throw new FormulaError('a bracket is not closed');
}
