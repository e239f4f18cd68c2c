import { posix } from "node:path";
import type { Exception } from "./exceptions.ts";
import { forTests, type Room, rooms, strictRooms } from "./rooms.ts";
import { isTestCode, type ParsedFile, type SourceFile } from "./source-files.ts";

/** The innermost room that a file lies in; undefined at the root. */
function roomOf(path: string): Room | undefined {
  return rooms.find(({ folder }) => path.startsWith(`${folder}/`));
}

/** Imports of a file that its room may not make, as `path → module`. */
export function forbiddenImports({ path, imports }: Pick<ParsedFile, "path" | "imports">): string[] {
  const room = roomOf(path);
  if (room === undefined) return [];
  const testsToo = isTestCode(path) && !strictRooms.includes(room.folder);
  const allowed = new Set([room.name, ...room.mayImport, ...(testsToo ? forTests : [])]);
  return imports
    .filter((module) => {
      if (module.startsWith(".")) {
        const file = posix.join(posix.dirname(path), module);
        return ![room.folder, ...room.mayImport].some((folder) => file.startsWith(`${folder}/`));
      }
      if (module === room.name || module.startsWith(`${room.name}/`)) return true;
      return module.startsWith("@gtb/") && !allowed.has(module.split("/", 2).join("/"));
    })
    .map((module) => `${path} → ${module}`);
}

const statement = [
  /\bselect\b[\s\S]+\bfrom\b/i,
  /\binsert\s+into\b/i,
  /\bdelete\s+from\b/i,
  /\bupdate\s[\s\S]+\sset\s/i,
  /^\s*(create|alter|drop)\s+(table|view|database|role|index|schema|function|extension)\b/i,
];

export function holdsSql({ path, strings, queried }: Pick<ParsedFile, "path" | "strings" | "queried">): boolean {
  if (path.startsWith("packages/database/") || path.startsWith("dashboards/") || isTestCode(path)) return false;
  return queried.length > 0 || strings.some((text) => statement.some((pattern) => pattern.test(text)));
}

export function readsEnvironment({
  path,
  readsEnvironment: reads,
}: Pick<ParsedFile, "path" | "readsEnvironment">): boolean {
  return reads && !path.startsWith("packages/service-kit/") && !isTestCode(path);
}

const emptyWords = new Set(["util", "utils", "common", "helper", "helpers", "misc"]);

export function hasEmptyName(path: string): boolean {
  return path.split(/[/.\-_]/).some((word) => emptyWords.has(word.toLowerCase()));
}

export function isBarrel({ path, reexportsAll }: Pick<ParsedFile, "path" | "reexportsAll">): boolean {
  return reexportsAll || /(^|\/)index\.[a-z]+$/.test(path);
}

const silencers = ["@ts-ignore", "@ts-expect-error", "@ts-nocheck", "biome-ignore", "eslint-disable", "v8 ignore"];

/** A comment that silences a checker. */
export function silencesChecker({ path, text }: SourceFile): boolean {
  return !path.startsWith("tests/architecture/") && silencers.some((silencer) => text.includes(silencer));
}

export function lineCount({ text }: Pick<SourceFile, "text">): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** Paths that break a rule without being its exception, then exceptions that are not needed. */
export function unexplained(found: readonly string[], exceptions: readonly Exception[]): string[] {
  const excused = new Set(exceptions.map(({ path }) => path));
  const stale = [...excused].filter((path) => !found.includes(path));
  return [...found.filter((path) => !excused.has(path)), ...stale.map((path) => `${path} needs no exception`)];
}
