import { mostTableRows, type TableFormat, type TableLanguage } from "@gtb/contracts/table-format";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { csvFile } from "./csv-file.ts";
import type { FilledTable, Table } from "./table.ts";
import { languageOf, mostOfPage, type TableWish } from "./table-wish.ts";
import { xlsxFile } from "./xlsx-file.ts";

interface TableRequest<Query, Reply> {
  readonly table: Table<Reply>;
  readonly wish: TableWish;
  readonly query: Query;
  /** The route's own query: whether it pages, and how much at once. */
  readonly taken: z.ZodType | undefined;
  readonly read: (query: Query) => Promise<Reply>;
  readonly now: Date;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const contentTypes: Readonly<Record<TableFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The whole of a route's table as a file; `query` as the route takes it. */
export async function answerTable<Query, Reply>(request: TableRequest<Query, Reply>): Promise<Buffer> {
  const { table, now, reply } = request;
  const { format = "csv" } = request.wish;
  const language = languageOf(request.request, request.wish.lang);
  const most = mostTableRows[format];
  const { whole, more } = await readWhole(request, most);
  const all = table.fill(whole, language);
  const cut = more || all.rows.length > most;
  const filled = withOrigin({ ...all, rows: all.rows.slice(0, most) }, { ...request, language }, cut);
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
  { read, query, taken }: TableRequest<Query, Reply>,
  mostRows: number,
): Promise<{ whole: Reply; more: boolean }> {
  const limit = mostOfPage(taken);
  if (limit === undefined) return { whole: await read(query), more: false };
  const page = async (cursor: string | undefined) => {
    const reply = await read({ ...query, limit, cursor });
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
  { language, query, now }: TableRequest<Query, Reply> & { readonly language: TableLanguage },
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
