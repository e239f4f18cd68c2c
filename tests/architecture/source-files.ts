import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParsedSource, parseSource } from "./parse-source.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

export interface SourceFile {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

export interface ParsedFile extends SourceFile, ParsedSource {}

/** Every file that is in git or would be with the next `git add`. */
export const repositoryPaths: readonly string[] = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard"],
  { cwd: repository, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
)
  .split("\n")
  .filter((path) => path !== "" && existsSync(join(repository, path)));

export const sourceFiles: readonly SourceFile[] = repositoryPaths
  .filter((path) => /\.(tsx?|m?js|sql)$/.test(path))
  // Written by pg_dump: the migrations are its source.
  .filter((path) => path !== "packages/database/schema.sql")
  .map((path) => ({ path, text: readFileSync(join(repository, path), "utf8") }));

export const codeFiles: readonly ParsedFile[] = sourceFiles
  .filter(({ path }) => !path.endsWith(".sql"))
  .map((file) => ({ ...file, ...parseSource(file.text, file.path) }));

/** A test and what only tests load: it may do what the code it looks at may not. */
export function isTestCode(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(^|\/)(tests|testing)\//.test(path);
}
