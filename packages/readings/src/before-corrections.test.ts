import type { SourcedReading } from "@gtb/database/queries/list-readings-to-correct";
import { expect, test } from "vitest";
import { beforeCorrections } from "./before-corrections.ts";

const version = (
  sourceKind: SourcedReading["sourceKind"],
  value: number,
  knownFromUs: number,
  knownToUs: number | null,
): SourcedReading => ({
  time: new Date("2026-11-20T10:00:00Z"),
  value,
  quality: 0,
  sourceKind,
  sourceId: "00000000-0000-4000-8000-000000000001",
  knownFromUs,
  knownToUs,
});

test("behind several corrections stands what a machine gave last", () => {
  const uplink = version("uplink", 1, 10, 20);
  const imported = version("import", 2, 20, 30);
  const history = [uplink, version("correction", 8, 30, 40), imported];
  expect(beforeCorrections(version("correction", 9, 40, null), history)).toBe(imported);
});

test("a value that a person put where none was leaves nothing behind, though something had been withdrawn there", () => {
  const withdrawn = version("uplink", 1, 10, 20);
  expect(beforeCorrections(version("correction", 9, 40, null), [withdrawn])).toBeUndefined();
});

test("a correction that was made and taken back before does not hide what stood between", () => {
  const before = version("uplink", 1, 10, 20);
  const again = version("uplink", 1, 30, 40);
  expect(beforeCorrections(version("correction", 9, 40, null), [before, version("correction", 8, 20, 30), again])).toBe(
    again,
  );
});
