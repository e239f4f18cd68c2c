import { pageFields } from "@gtb/contracts/page";
import { mostTableRows } from "@gtb/contracts/table-format";
import type { FastifyReply, FastifyRequest } from "fastify";
import { expect, test } from "vitest";
import { z } from "zod";
import { answerTable } from "./answer-table.ts";
import { number } from "./columns.ts";
import { table } from "./table.ts";

const pageRows = 30_000;
const taken = z.strictObject(pageFields({ usual: 10, most: pageRows }));
const numbers = table(
  {
    title: { fr: "Nombres", en: "Numbers" },
    rows: ({ items }: { items: readonly number[]; nextCursor: string | null }) => items,
  },
  [number("Valeur", "Value", (value) => value)],
);

/** A list of so many numbers, page after page; resolves with the file's lines and the headers of the answer. */
async function fileOf(count: number) {
  const headers = new Map<string, string>();
  const reply = {
    type: () => reply,
    header: (name: string, value: string) => {
      headers.set(name, value);
      return reply;
    },
  };
  const read = async ({ limit, cursor }: z.output<typeof taken>) => {
    const first = Number(cursor ?? 0);
    const next = Math.min(count, first + limit);
    const items = Array.from({ length: next - first }, (_, index) => first + index);
    return { items, nextCursor: next < count ? String(next) : null };
  };
  const request = { headers: {} } as FastifyRequest;
  const wish = { format: "csv", lang: "fr" } as const;
  const now = new Date("2026-11-25T12:00:00Z");
  const asked = { table: numbers, wish, query: { limit: 10 }, taken, read, now, request };
  const file = await answerTable({ ...asked, reply: reply as unknown as FastifyReply });
  return { headers, lines: file.toString("utf8").trimEnd().split("\r\n") };
}

test("every page of a list is in the file", async () => {
  const { lines, headers } = await fileOf(70_001);
  expect(lines).toHaveLength(70_002);
  expect(lines.at(-1)).toBe("70000");
  expect(headers.has("x-rows-cut")).toBe(false);
  expect(headers.get("content-disposition")).toContain('filename="Nombres 2026-11-25.csv"');
});

test.each([mostTableRows.csv + 1, 10 * mostTableRows.csv])("of %i rows a file says that it is cut", async (count) => {
  const { lines, headers } = await fileOf(count);
  expect(lines).toHaveLength(mostTableRows.csv + 2);
  expect(lines.at(-1)).toMatch(/^Tableau coupé après 100000 lignes/);
  expect(headers.get("x-rows-cut")).toBe("100000");
  expect(headers.get("content-disposition")).toContain('filename="Nombres 2026-11-25 - incomplet.csv"');
});

test("a list of just as many rows is whole", async () => {
  const { lines, headers } = await fileOf(mostTableRows.csv);
  expect(lines.at(-1)).toBe(String(mostTableRows.csv - 1));
  expect(headers.has("x-rows-cut")).toBe(false);
});
