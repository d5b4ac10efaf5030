import jsep from 'jsep';
import {
  binary,
  call,
  constant,
  FormulaError,
  functions,
  LARGEST,
  negate,
  variable,
  type Formula,
  type FunctionName,
  type Operator,
} from './formula';
import { plainSpelling } from './formula-spelling';

/** A reader's formula is at most this long, and so is its tree bounded in size and in depth. */
export const LONGEST = 200;
const DEEPEST = 30;

const constants: Readonly<Record<string, number>> = { pi: Math.PI, π: Math.PI, e: Math.E };

type Node = jsep.Expression & { parenthesised?: boolean };

// `^` is the power; jsep knows `**` for it. What we do not read is still parsed, to be named.
jsep.addBinaryOp('^', jsep.binary_ops['**'], true);
// jsep binds the sign tighter than the power, mathematics looser: −x² is −(x²). To tell it from
// (−x)², groups are marked.
jsep.hooks.add('gobble-token', function markGroup(env) {
  if (this.char !== '(') return;
  const node = this.gobbleGroup() as Node | undefined;
  if (!node) this.throwError('Expected expression');
  env.node = { ...node, parenthesised: true };
});

const quote = (text: string): string => `“${text}”`;

function fail(sentence: string): never {
  throw new FormulaError(sentence);
}

/** Turns jsep's tree into ours, refusing everything it does not know by name. */
class Lowering {
  constructor(private readonly variables: readonly string[]) {}

  lower(node: Node, depth = 0): Formula {
    if (depth > DEEPEST) fail(`it is nested more than ${DEEPEST} deep; write it in fewer parts`);
    switch (node.type) {
      case 'Literal':
        return this.literal(node as jsep.Literal);
      case 'Identifier':
        return this.identifier((node as jsep.Identifier).name);
      case 'UnaryExpression':
        return this.unary(node as jsep.UnaryExpression, depth);
      case 'BinaryExpression':
        return this.binary(node as jsep.BinaryExpression, depth);
      case 'CallExpression':
        return this.call(node as jsep.CallExpression, depth);
      case 'Compound':
        return this.sideBySide((node as jsep.Compound).body);
      default:
        return fail(`it may hold numbers, ${this.variables.join(', ')}, + − * / ^ and functions`);
    }
  }

  /** `2 x`, or `sin x`, whose name alone says that brackets are missing. */
  private sideBySide(parts: readonly Node[]): never {
    for (const { type, name } of parts) {
      if (type === 'Identifier') this.identifier(name as string);
    }
    return fail('it has several parts side by side; write the * between them');
  }

  private literal({ value, raw }: jsep.Literal): Formula {
    if (typeof value !== 'number') return fail(`${raw} is not a number`);
    if (value > LARGEST) return fail(`${raw} is too large a number`);
    return constant(value);
  }

  private identifier(name: string): Formula {
    if (this.variables.includes(name)) return variable(name);
    if (Object.hasOwn(constants, name)) return constant(constants[name]);
    if ((functions as readonly string[]).includes(name)) {
      return fail(`${name} needs brackets: ${name}(${this.variables[0] ?? '1'})`);
    }
    return fail(`${quote(name)} is not known; there are ${this.variables.join(', ')}, pi and e`);
  }

  private unary({ operator, argument }: jsep.UnaryExpression, depth: number): Formula {
    const of = this.lower(argument, depth + 1);
    if (operator === '-') return negate(of);
    return operator === '+' ? of : fail(`${quote(operator)} is not known`);
  }

  private binary(node: jsep.BinaryExpression, depth: number): Formula {
    const operator = node.operator === '**' ? '^' : node.operator;
    if (!'+-*/^'.includes(operator)) return fail(`${quote(operator)} is not known; use + − * / ^`);
    const left = node.left as Node;
    if (operator === '^' && left.type === 'UnaryExpression' && !left.parenthesised) {
      const { argument, ...sign } = left as jsep.UnaryExpression;
      return this.unary({ ...sign, argument: { ...node, left: argument } }, depth + 1);
    }
    return binary(
      operator as Operator,
      this.lower(left, depth + 1),
      this.lower(node.right, depth + 1),
    );
  }

  private call(node: jsep.CallExpression, depth: number): Formula {
    const name = node.callee.type === 'Identifier' ? (node.callee as jsep.Identifier).name : '';
    if (!(functions as readonly string[]).includes(name)) {
      const known = this.variables.includes(name) || Object.hasOwn(constants, name);
      if (known || name === '') return fail(`write the * before the bracket: ${name || '…'}*( … )`);
      return fail(`${quote(name)} is not known; functions are ${functions.join(', ')}`);
    }
    if (node.arguments.length !== 1) return fail(`${name} takes one number in its brackets`);
    return call(name as FunctionName, this.lower(node.arguments[0], depth + 1));
  }
}

/** jsep's own message, as a sentence about the formula. */
function translate(error: Error & { description?: string; index?: number }, text: string): string {
  const after = /^Variable names cannot start with a number \((.*)\)$/.exec(
    error.description ?? '',
  );
  if (after) return `write the * between a number and what it multiplies: ${quote(after[1])}`;
  if (/^(Expected \)|Unclosed)/.test(error.description ?? '')) return 'a bracket is not closed';
  if (/^(Missing unary|Expected exp|Expected e)/.test(error.description ?? '')) {
    return 'something is missing in it';
  }
  return `it cannot be read from ${quote(text.slice(error.index, (error.index ?? 0) + 12))} on`;
}

/**
 * Reads a reader's formula: numbers, the named variables, pi, e, + − * / ^ (or **), brackets, bars
 * and the functions of one argument, in any of their usual spellings.
 * @throws {FormulaError} with a sentence about what cannot be read.
 */
export function parseFormula(text: string, variables: readonly string[]): Formula {
  if (text.trim() === '') return fail('is empty; write a formula');
  if (text.length > LONGEST) {
    return fail(`is ${text.length} characters long; at most ${LONGEST} fit`);
  }
  const plain = plainSpelling(text);
  let tree: jsep.Expression;
  try {
    tree = jsep(plain);
  } catch (error) {
    return fail(translate(error as Error, plain));
  }
  return new Lowering(variables).lower(tree);
}
