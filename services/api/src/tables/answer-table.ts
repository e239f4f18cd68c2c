import { mostTableRows, type TableFormat, type TableLanguage } from "@gtb/contracts/table-format";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { csvFile } from "./csv-file.ts";
import type { FilledTable, Table } from "./table.ts";
import { xlsxFile } from "./xlsx-file.ts";

interface TableRequest<Query, Reply> {
  readonly table: Table<Reply>;
  readonly format: TableFormat;
  readonly language: TableLanguage;
  readonly query: Query;
  /** Of one page, where the route pages. */
  readonly mostOfPage: number | undefined;
  readonly read: (query: Query) => Promise<Reply>;
  readonly now: Date;
  readonly reply: FastifyReply;
}

const contentTypes: Readonly<Record<TableFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The whole of a route's table as a file; `query` as the route takes it. */
export async function answerTable<Query, Reply>(request: TableRequest<Query, Reply>): Promise<Buffer> {
  const { table, format, language, now, reply } = request;
  const most = mostTableRows[format];
  const { whole, more } = await readWhole(request, most);
  const all = table.fill(whole, language);
  const cut = more || all.rows.length > most;
  const filled = withOrigin({ ...all, rows: all.rows.slice(0, most) }, request, cut);
  const note = cut ? cutNote(filled.rows.length, language) : undefined;
  const file = format === "csv" ? await csvFile(filled, language, note) : await xlsxFile(filled, language);
  const day = now.toISOString().slice(0, 10);
  const partial = cut ? (language === "fr" ? " - incomplet" : " - incomplete") : "";
  void reply
    .type(contentTypes[format])
    .header("content-disposition", disposition(`${filled.title} ${day}${partial}.${format}`))
    .header("vary", "accept-language");
  if (cut) void reply.header("x-rows-cut", String(filled.rows.length));
  return file;
}

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

async function readWhole<Query, Reply>(
  { read, query, mostOfPage }: TableRequest<Query, Reply>,
  mostRows: number,
): Promise<{ whole: Reply; more: boolean }> {
  if (mostOfPage === undefined) return { whole: await read(query), more: false };
  const page = async (cursor: string | undefined) => {
    const reply = await read({ ...query, limit: mostOfPage, cursor });
    return { reply, ...(reply as unknown as Page) };
  };
  let last = await page(undefined);
  const items = [...last.items];
  while (last.nextCursor !== null && items.length < mostRows) {
    last = await page(last.nextCursor);
    items.push(...last.items);
  }
  return { whole: { ...last.reply, items }, more: last.nextCursor !== null };
}

/** Adds what every file says of itself: what was asked, when, and whether it is whole. */
function withOrigin<Query, Reply>(
  filled: FilledTable,
  { language, query, now }: TableRequest<Query, Reply>,
  cut: boolean,
): FilledTable {
  const fr = language === "fr";
  const asked = Object.entries(query as Readonly<Record<string, unknown>>).filter(
    ([name, value]) => value !== undefined && !["limit", "cursor"].includes(name),
  );
  const own: FilledTable["about"] = [
    [fr ? "Tableau" : "Table", filled.title],
    [fr ? "Établi le" : "Generated at", now],
    [fr ? "Fuseau horaire" : "Time zone", filled.timeZone],
    [fr ? "Lignes" : "Rows", filled.rows.length],
    ...(cut ? ([[fr ? "Attention" : "Warning", cutNote(filled.rows.length, language)]] as const) : []),
    ...asked.map(
      ([name, value]) =>
        [`${fr ? "Demandé" : "Asked"} : ${name}`, value instanceof Date ? value : String(value)] as const,
    ),
  ];
  return { ...filled, about: [...own, ...filled.about] };
}

function cutNote(rows: number, language: TableLanguage): string {
  return language === "fr"
    ? `Tableau coupé après ${rows} lignes : il en existe d’autres, restreignez la période ou les filtres.`
    : `Cut after ${rows} rows: there are more, narrow the period or the filters.`;
}

/** RFC 6266: a plain name for old readers, and the whole one. */
function disposition(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/[^ -~]|["\\]/g, "");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** What the question says, else what the browser prefers, else French. */
export function languageOf(request: FastifyRequest, asked: TableLanguage | undefined): TableLanguage {
  if (asked !== undefined) return asked;
  const wishes = String(request.headers["accept-language"] ?? "")
    .split(",")
    .map((wish) => {
      const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
      const weight = Number(parameters.find((one) => one.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { language: tag.split("-")[0], weight };
    })
    .filter(({ language }) => language === "fr" || language === "en")
    .toSorted((a, b) => b.weight - a.weight);
  return wishes[0]?.language === "en" ? "en" : "fr";
}

/** Rows of a page at most, of a query that pages. */
export function mostOfPage(query: z.ZodType | undefined): number | undefined {
  const shape = (query as Partial<z.ZodObject> | undefined)?.shape;
  if (shape?.["cursor"] === undefined) return undefined;
  return (shape["limit"] as z.ZodDefault<z.ZodNumber>).unwrap().maxValue ?? undefined;
}
