import { expect, test } from "vitest";
import { mayHoldSql, mayReadEnvironment } from "./exceptions.ts";
import { rooms } from "./rooms.ts";
import {
  forbiddenImports,
  hasEmptyName,
  holdsSql,
  isBarrel,
  lineCount,
  readsEnvironment,
  silencesChecker,
  unexplained,
} from "./rules.ts";
import { codeFiles, repositoryPaths, sourceFiles } from "./source-files.ts";

const pathsOf = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path);

test("every workspace is a room of the table", () => {
  const workspaces = repositoryPaths
    .filter((path) => /^(packages|services|simulators)\/[^/]+\/package\.json$/.test(path))
    .map((path) => path.replace("/package.json", ""));
  expect(workspaces.filter((folder) => !rooms.some((room) => room.folder === folder))).toEqual([]);
});

test("rooms import only whom they may, by name, and no file of another by its path", () => {
  expect(codeFiles.flatMap(forbiddenImports)).toEqual([]);
});

test("SQL is in packages/database only, and in dashboards", () => {
  expect(unexplained(pathsOf(codeFiles.filter(holdsSql)), mayHoldSql)).toEqual([]);
});

test("the environment is read by service-kit only", () => {
  expect(unexplained(pathsOf(codeFiles.filter(readsEnvironment)), mayReadEnvironment)).toEqual([]);
});

test("no barrels", () => {
  expect(pathsOf(codeFiles.filter(isBarrel))).toEqual([]);
});

test("every file is named for what is in it", () => {
  expect(repositoryPaths.filter(hasEmptyName)).toEqual([]);
});

test("no file has more than 300 lines, and no main.ts more than 40", () => {
  expect(pathsOf(sourceFiles.filter((file) => lineCount(file) > 300))).toEqual([]);
  const mains = sourceFiles.filter(({ path }) => /^services\/[^/]+\/src\/main\.tsx?$/.test(path));
  expect(pathsOf(mains.filter((file) => lineCount(file) > 40))).toEqual([]);
});

test("no `any`, no silenced checker, no skipped test", () => {
  expect(pathsOf(codeFiles.filter(({ saysAny }) => saysAny))).toEqual([]);
  expect(pathsOf(sourceFiles.filter(silencesChecker))).toEqual([]);
  expect(pathsOf(codeFiles.filter(({ skipsTests }) => skipsTests))).toEqual([]);
});

test("every folder of a device type is in the catalogue, with its definition and vectors", () => {
  const folders = new Set(
    repositoryPaths.flatMap((path) => /^packages\/devices\/src\/([^/]+)\//.exec(path)?.[1] ?? []),
  );
  for (const other of ["_blueprint", "families", "sandbox"]) folders.delete(other);
  const catalogue = codeFiles.find(({ path }) => path === "packages/devices/src/catalogue.ts");
  const listed = catalogue?.imports.flatMap((module) => /^\.\/([^/]+)\/definition\.ts$/.exec(module)?.[1] ?? []) ?? [];
  expect([...folders].sort()).toEqual([...listed].sort());
  expect(folders.size).toBeGreaterThan(0);
  for (const folder of folders) {
    expect(repositoryPaths).toContain(`packages/devices/src/${folder}/definition.ts`);
    expect(repositoryPaths).toContain(`packages/devices/src/${folder}/vectors.json`);
  }
});
