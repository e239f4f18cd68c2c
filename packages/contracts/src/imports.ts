import { z } from "zod";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { DraftMapping, ImportMapping } from "./import-mapping.ts";
import { JobState } from "./jobs.ts";
import { pageFields, pageOf } from "./page.ts";
import { Timestamp } from "./time.ts";

/** A check reads the whole file and stores nothing; an undo takes back what the file's imports have stored. */
export const ImportRunKind = z.enum(["check", "import", "undo"]);

const Count = z.int();
export const ImportRun = z
  .object({
    id: Uuid,
    kind: ImportRunKind,
    state: JobState,
    mapping: ImportMapping.nullable().describe("null: of an undo"),
    progressDone: Count,
    progressTotal: Count.nullable(),
    lines: Count.describe("Lines that were read"),
    refused: Count.describe("Values and lines that were refused"),
    inserted: Count.describe("New readings; of a check: that would be; of an undo: that were taken back"),
    superseded: Count.describe("Readings whose value is another now"),
    unchanged: Count,
    error: z.string().nullable().describe("Why it ended early, in French"),
    requestedAt: Timestamp,
    finishedAt: Timestamp.nullable(),
  })
  .meta({ id: "ImportRun" });

export const ImportFile = z
  .object({
    id: Uuid,
    organisation: NamedReference,
    name: z.string(),
    bytes: Count,
    receivedBytes: Count.describe("Whole once it equals `bytes`"),
    createdAt: Timestamp,
    prunedAt: Timestamp.nullable().describe("Since when its bytes are gone; what it brought can still be taken back"),
    latestRun: ImportRun.nullable(),
  })
  .meta({ id: "ImportFile" });
export type ImportFile = z.input<typeof ImportFile>;

export const ImportFileParams = z.strictObject({ importFileId: Uuid });
export const ImportRunParams = z.strictObject({ importRunId: Uuid });
export const ImportChunkParams = ImportFileParams.extend({ number: z.coerce.number().int().min(0).max(100_000) });
export const ImportFileBody = z.strictObject({
  organisation: Uuid,
  name: Name,
  bytes: z.int().min(1).describe("Its size; its pieces are sent afterwards"),
});
export const ImportFileListQuery = z.strictObject({
  organisation: Uuid.optional(),
  ...pageFields({ usual: 50, most: 200 }),
});
export const ImportFileList = pageOf(ImportFile);

/** null: as the file itself suggests */
export const ImportPreviewBody = z.strictObject({ mapping: DraftMapping.nullable() });
const PreviewedValue = z.object({
  line: Count,
  column: z.string(),
  target: z.string().describe("What it will be stored for, or as the file names it"),
  start: Timestamp.nullable(),
  time: Timestamp.describe("End of its interval"),
  value: z.number(),
  unit: z.string(),
  problem: z.string().nullable().describe("Why it will be refused, in French"),
});
export const ImportRefusal = z
  .object({ line: Count, column: z.string().nullable(), reason: z.string().describe("In French") })
  .meta({ id: "ImportRefusal" });
export const ImportPreview = z
  .object({
    mapping: DraftMapping,
    preset: z.string().nullable().describe("The format that was recognised"),
    doubts: z.array(z.string()).describe("What a person should look at, in French"),
    records: z
      .array(z.object({ line: Count, fields: z.array(z.string()) }))
      .describe("The first lines as they are cut"),
    values: z.array(PreviewedValue),
    refusals: z.array(ImportRefusal),
    curveless: z
      .array(z.object({ meter: Uuid, name: z.string() }))
      .describe("Meters that the first lines name and that have no register for values of intervals yet"),
    misfit: z.string().nullable().describe("Why the mapping fits the file not at all, in French"),
  })
  .meta({ id: "ImportPreview" });

export const ImportRunBody = z
  .strictObject({ kind: ImportRunKind, mapping: ImportMapping.nullable() })
  .refine(({ kind, mapping }) => (kind === "undo") === (mapping === null), {
    path: ["mapping"],
    error: "wanted for a check and an import, not for an undo",
  });

const ImportTarget = z.object({
  building: z.string(),
  buildingId: Uuid,
  name: z.string(),
  unit: z.string(),
  readings: Count,
  from: Timestamp,
  to: Timestamp,
  least: z.number(),
  greatest: z.number(),
  sum: z.number().describe("Of an index: from the least to the greatest"),
  gaps: Count.describe("Times between two intervals that nothing covers"),
});
export const ImportRunDetail = ImportRun.extend({ targets: z.array(ImportTarget) }).meta({ id: "ImportRunDetail" });
export const ImportRefusalQuery = z.strictObject(pageFields({ usual: 100, most: 1000 }));
export const ImportRefusalList = pageOf(ImportRefusal);

export const ImportCurveBody = z.strictObject({
  meter: Uuid.describe("Its building, energy and organisation are the curve's"),
  unit: z.enum(["kW.h", "m3"]),
});

/** A register as a person finds it. */
const ChoosableRegister = z.object({
  id: Uuid,
  building: z.string(),
  meter: z.string(),
  meterId: Uuid,
  name: z.string(),
  kind: z.enum(["index", "interval", "power", "virtual"]),
  unit: z.string(),
});
export const OfOrganisationQuery = z.strictObject({ organisation: Uuid });
export const ImportChoices = z.object({
  registers: z.array(ChoosableRegister),
  mappings: z.array(z.object({ id: Uuid, name: z.string(), mapping: ImportMapping })),
});
export const ImportMappingParams = z.strictObject({ importMappingId: Uuid });
export const ImportMappingBody = z.strictObject({ organisation: Uuid, name: Name, mapping: ImportMapping });
export const SavedImportMapping = z
  .object({ id: Uuid, name: z.string(), mapping: ImportMapping })
  .meta({ id: "SavedImportMapping" });
