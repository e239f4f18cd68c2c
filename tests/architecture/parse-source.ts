import { parseAst } from "vitest/node";

export interface ParsedSource {
  /** Every module it names: static, dynamic and type imports, re-exports. */
  readonly imports: readonly string[];
  /** String and template literals, their parts joined by `?`. */
  readonly strings: readonly string[];
  /** First arguments of `….query("…")`. */
  readonly queried: readonly string[];
  readonly readsEnvironment: boolean;
  readonly saysAny: boolean;
  readonly reexportsAll: boolean;
  readonly skipsTests: boolean;
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Reads a TypeScript or JavaScript file with Vite's parser (oxc). Throws on what is none. */
export function parseSource(text: string, path: string): ParsedSource {
  const nodes = [...walk(parseAst(text, { lang: path.endsWith("x") ? "tsx" : "ts" }, path))];
  return {
    imports: nodes.flatMap(moduleNamed),
    strings: nodes.flatMap(stringOf),
    queried: nodes.filter(isQueryCall).flatMap(({ arguments: [first] }) => stringOf(first)),
    readsEnvironment: nodes.some(isEnvironment),
    saysAny: nodes.some(({ type }) => type === "TSAnyKeyword"),
    reexportsAll: nodes.some(({ type }) => type === "ExportAllDeclaration"),
    skipsTests: nodes.some(isSkippedTest),
  };
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (isNode(value)) yield value;
  yield* walk(Object.values(value));
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

const importing = new Set([
  "ImportDeclaration",
  "ImportExpression",
  "ExportAllDeclaration",
  "ExportNamedDeclaration",
  "TSImportType",
]);

function moduleNamed(node: Node): string[] {
  return importing.has(node.type) ? stringOf(node["source"]) : [];
}

function stringOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === "Literal" && typeof node["value"] === "string") return [node["value"]];
  if (node.type !== "TemplateLiteral") return [];
  const parts = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
  return [parts.map(({ value }) => value.cooked).join("?")];
}

function isQueryCall(node: Node): node is Node & { readonly arguments: readonly unknown[] } {
  return node.type === "CallExpression" && isMember(node["callee"]) && nameOf(node["callee"]["property"]) === "query";
}

interface MemberNode extends Node {
  readonly type: "MemberExpression";
}

function isMember(node: unknown): node is MemberNode {
  return isNode(node) && node.type === "MemberExpression";
}

function nameOf(node: unknown): unknown {
  return isNode(node) ? (node["name"] ?? node["value"]) : undefined;
}

/** `process.env`, `const { env } = process`, `import { env } from "node:process"`. */
function isEnvironment(node: Node): boolean {
  if (isMember(node)) return nameOf(node["object"]) === "process" && nameOf(node["property"]) === "env";
  if (node.type === "VariableDeclarator")
    return nameOf(node["init"]) === "process" && [...walk(node["id"])].some((inner) => nameOf(inner) === "env");
  if (node.type !== "ImportDeclaration" || !/^(node:)?process$/.test(stringOf(node["source"])[0] ?? "")) return false;
  return [...walk(node["specifiers"])].some(
    ({ type, imported }) => type === "ImportSpecifier" && nameOf(imported) === "env",
  );
}

const skipping = new Set(["skip", "only", "todo", "skipIf", "runIf", "fails"]);

function isSkippedTest(node: Node): boolean {
  if (!isMember(node) || !skipping.has(String(nameOf(node["property"])))) return false;
  return ["test", "it", "describe", "suite"].includes(String(nameOf(node["object"])));
}
