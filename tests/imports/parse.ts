// What a source imports and which powers it uses, read from its syntax tree.
import ts from 'typescript';

export interface Import {
  specifier: string;
  /** "static" is loaded with the file, "lazy" when it is called for, "type" never. */
  kind: 'static' | 'lazy' | 'type';
}

function treeOf(path: string, source: string): ts.SourceFile {
  return ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => visit(child, look));
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** Whether nothing is left of an import or export once the types are taken out. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  return clause.isTypeOnly;
}

function importAt(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const specifier = textOf(node.moduleSpecifier);
    return specifier === undefined
      ? undefined
      : { specifier, kind: isTypeOnly(node) ? 'type' : 'static' };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const specifier = textOf(node.argument.literal);
    return specifier === undefined ? undefined : { specifier, kind: 'type' };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    // What cannot be read here cannot be held to the law.
    return { specifier: textOf(node.arguments[0]) ?? 'computed', kind: 'lazy' };
  }
  // new Worker(new URL('./worker.ts', import.meta.url)) is how a worker is imported.
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    const [path, base] = node.arguments ?? [];
    const specifier = textOf(path);
    if (specifier !== undefined && base?.getText() === 'import.meta.url') {
      return { specifier, kind: 'lazy' };
    }
  }
  return undefined;
}

/** What was read before, by its text: many files are reached again from every scene. */
const read = new Map<string, Import[]>();

export function importsIn(path: string, source: string): Import[] {
  const known = read.get(source);
  if (known) return known;
  const found: Import[] = [];
  visit(treeOf(path, source), (node) => {
    const imported = importAt(node);
    if (imported) found.push(imported);
  });
  read.set(source, found);
  return found;
}

/** The expression without the brackets, casts and "!" around it. */
function bare(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node)
    ? bare(node.expression)
    : node;
}

const globalObjects = new Set(['window', 'self', 'globalThis', 'document']);

/** The name an expression ends in: "navigator" for navigator and for window.navigator. */
function lastName(node: ts.Expression): string | undefined {
  const inner = bare(node);
  if (ts.isIdentifier(inner)) return inner.text;
  return ts.isPropertyAccessExpression(inner) ? inner.name.text : undefined;
}

/** Object and property of a.b, a['b'] and const { b } = a. */
function propertyAt(node: ts.Node): [string | undefined, string] | undefined {
  if (ts.isPropertyAccessExpression(node)) return [lastName(node.expression), node.name.text];
  if (ts.isElementAccessExpression(node)) {
    const name = textOf(node.argumentExpression);
    return name === undefined ? undefined : [lastName(node.expression), name];
  }
  if (ts.isBindingElement(node) && ts.isVariableDeclaration(node.parent.parent)) {
    const from = node.parent.parent.initializer;
    return [from && lastName(from), (node.propertyName ?? node.name).getText()];
  }
  return undefined;
}

/** Names the file gives to something of its own: a list called "history" is not the browser's. */
function ownNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    const binds =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (binds && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

/** Whether an identifier stands for a value, and not for the name of a property, field or type. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return !('name' in parent && parent.name === node) && !ts.isJsxAttribute(parent);
}

/** Which of the powers (in the notation of tools/law.mjs) a source uses. */
export function powersIn(path: string, source: string, powers: readonly string[]): string[] {
  const tree = treeOf(path, source);
  const own = ownNames(tree);
  const used = new Set<string>();
  visit(tree, (node) => {
    const property = propertyAt(node);
    if (property) {
      const [object = '', name] = property;
      used.add(`.${name}`).add(`${object}.${name}`);
      if (globalObjects.has(object)) used.add(name);
    }
    if (ts.isIdentifier(node) && isValue(node) && !own.has(node.text)) used.add(node.text);
  });
  return powers.filter((power) => used.has(power));
}
