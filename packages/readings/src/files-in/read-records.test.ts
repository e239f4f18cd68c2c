import { gzipSync } from "node:zlib";
import type { FileRecord } from "@gtb/domain/files-in/import-mapping";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readHead } from "./read-head.ts";
import { readRecords } from "./read-records.ts";

const layout = { sheet: null, encoding: "utf-8", delimiter: ";" } as const;

/** In pieces of seven bytes: characters and lines are cut anywhere. */
async function read(bytes: Uint8Array, change: object = {}): Promise<FileRecord[]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  }
  return Array.fromAsync(readRecords(pieces(), { ...layout, ...change }));
}

test("text is read with its line numbers, in any encoding, plain or gzipped", async () => {
  const text = '\uFEFFDate;Énergie\r\n\r\n01/01/2026;"1;5"\r\n';
  const records = [
    { line: 1, fields: ["Date", "Énergie"] },
    { line: 3, fields: ["01/01/2026", "1;5"] },
  ];
  expect(await read(Buffer.from(text))).toEqual(records);
  expect(await read(gzipSync(text))).toEqual(records);
  expect(await read(Buffer.from(text.slice(1), "latin1"), { encoding: "windows-1252" })).toEqual(records);
});

test("a spreadsheet is read by its rows: dates as on the wall, numbers as they are, empty rows left out", async () => {
  const workbook = await writeXlsx({
    sheets: [
      {
        name: "Journalier",
        rows: [["PCE", "GI000001"], [], ["Date de relevé", "kWh"], [new Date(Date.UTC(2026, 0, 15, 10, 30)), 12.5]],
      },
      { name: "Autre", rows: [["x"]] },
    ],
  });
  expect(await read(workbook)).toEqual([
    { line: 1, fields: ["PCE", "GI000001"] },
    { line: 3, fields: ["Date de relevé", "kWh"] },
    { line: 4, fields: ["2026-01-15 10:30:00", "12.5"] },
  ]);
  expect(await read(workbook, { sheet: "Autre" })).toEqual([{ line: 1, fields: ["x"] }]);
});

test.each([
  [Buffer.alloc(0), "vide"],
  [Buffer.from("PK\u0003\u0004 no archive"), "abîmé"],
  [gzipSync("a;b").subarray(0, 15), "abîmée"],
  [Buffer.concat([Buffer.from('a;b\n"'), Buffer.alloc(1_100_000, "x")]), "guillemet"],
])("a file that is none is refused in French (%#)", async (bytes, reason) => {
  await expect(read(bytes)).rejects.toThrow(reason);
});

test("a workbook that inflates without measure is refused before it fills the memory", async () => {
  const sheet = `<worksheet><sheetData>${" ".repeat(4 * 1024 ** 2)}</sheetData></worksheet>`;
  const bomb = await zipOf(sheet, 300);
  expect(bomb.length).toBeLessThan(8 * 1024 ** 2);
  await expect(read2(bomb)).rejects.toThrow("trop volumineux");
});

test("the head of a long file is read without the rest, cut at a whole line", async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `2026-01-01,${index}`).join("\n");
  const { layout: found, records } = await readHead(Buffer.from(lines), 5);
  expect(found.delimiter).toBe(",");
  expect(records).toHaveLength(5);
  expect((await readHead(gzipSync(lines), 5)).records).toEqual(records);
});

async function read2(bytes: Uint8Array): Promise<FileRecord[]> {
  async function* whole() {
    yield bytes;
  }
  return Array.fromAsync(readRecords(whole(), layout));
}

/** An archive whose directory names one deflated entry many times. */
async function zipOf(text: string, times: number): Promise<Buffer> {
  const { deflateRawSync } = await import("node:zlib");
  const content = deflateRawSync(text);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(content.length, 20);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(local.length + content.length, 16);
  return Buffer.concat([local, content, ...Array.from({ length: times }, () => entry), end]);
}

test("a cover page before the table is passed over; a workbook without any table is read from its first sheet", async () => {
  const cover = { name: "Page d'accueil", rows: [["Vos données"], ["Mode d'emploi"]] };
  const table = {
    name: "Export",
    rows: [
      ["PRM :", "30001234567890"],
      ["Date", "Valeur (en kWh)"],
      ["01/01/2026", 6.3],
    ],
  };
  expect(await read(await writeXlsx({ sheets: [cover, table] }))).toHaveLength(3);
  expect(await read(await writeXlsx({ sheets: [cover] }))).toEqual([
    { line: 1, fields: ["Vos données"] },
    { line: 2, fields: ["Mode d'emploi"] },
  ]);
});
