import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  line: number;
  /** As written. */
  specifier: string;
  /** The file that a relative one names, from the root of the project. */
  file: string | undefined;
  /** Nothing of it is left when the program runs. */
  isType: boolean;
  /** Stands in a script element of an .astro file, which runs in the browser. */
  inPageScript: boolean;
}

/** Everything a TypeScript or Astro file imports, loads later or exports from elsewhere. */
export function importsOf(file: string, source: string): Import[] {
  return partsOf(file, source).flatMap(({ code, firstLine, inPageScript }) => {
    const tree = ts.createSourceFile('part.ts', code, ts.ScriptTarget.Latest);
    return [...namedModules(tree, tree)].map(({ at, specifier, isType }) => ({
      line: firstLine + tree.getLineAndCharacterOfPosition(at.getStart(tree)).line,
      specifier,
      file: specifier.startsWith('.') ? resolveFrom(file, specifier) : undefined,
      isType,
      inPageScript,
    }));
  });
}

interface Part {
  code: string;
  firstLine: number;
  inPageScript: boolean;
}

function partsOf(file: string, source: string): Part[] {
  if (!file.endsWith('.astro')) return [{ code: source, firstLine: 1, inPageScript: false }];
  const parts = source.matchAll(/^---\r?\n(?<server>[\s\S]*?)^---|<script\b[^>]*>(?<page>[\s\S]*?)<\/script>/gm);
  return [...parts].map(({ 0: whole, index, groups }) => {
    const code = groups?.['server'] ?? groups?.['page'] ?? '';
    const before = source.slice(0, index + whole.indexOf(code));
    return { code, firstLine: before.split('\n').length, inPageScript: groups?.['page'] !== undefined };
  });
}

function* namedModules(
  node: ts.Node,
  tree: ts.SourceFile,
): Generator<{ at: ts.Node; specifier: string; isType: boolean }> {
  const name = moduleName(node);
  if (name && ts.isStringLiteralLike(name)) yield { at: node, specifier: name.text, isType: isTypeOnly(node) };
  for (const child of node.getChildren(tree)) yield* namedModules(child, tree);
}

function moduleName(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal as ts.Expression;
  return undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly || areTypes(node.exportClause);
  if (!ts.isImportDeclaration(node)) return false;
  const clause = node.importClause;
  if (!clause) return false;
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && areTypes(clause.namedBindings));
}

function areTypes(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!bindings || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return false;
  return bindings.elements.length > 0 && bindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** What follows a question mark only tells the bundler how to load the file. */
function resolveFrom(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
}
