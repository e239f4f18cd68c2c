import type { DraftMapping } from "@gtb/contracts/import-mapping";
import {
  ImportChoices,
  ImportFile,
  ImportFileList,
  ImportPreview,
  ImportRefusalList,
  ImportRun,
  ImportRunDetail,
  type ImportRunKind,
  SavedImportMapping,
} from "@gtb/contracts/imports";
import { Register } from "@gtb/contracts/registers";
import { Done } from "@gtb/contracts/session";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, post, postBytes } from "./request.ts";

export type Mapping = z.output<typeof DraftMapping>;
export type MappedColumn = Mapping["values"][number];
export type BroughtFile = z.output<typeof ImportFile>;
export type FileRun = z.output<typeof ImportRun>;
export type FileRunDetail = z.output<typeof ImportRunDetail>;
export type Choices = z.output<typeof ImportChoices>;
export type FilePreview = z.output<typeof ImportPreview>;
type RunKind = z.output<typeof ImportRunKind>;

/** Small enough for a slow line: a piece that is lost is sent again, not the whole file. */
const pieceBytes = 1024 ** 2;

const isGoing = (run: FileRun | null | undefined) => run?.state === "queued" || run?.state === "running";

export function importsQuery(organisation: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["imports", organisation],
    queryFn: ({ pageParam, signal }) =>
      get(ImportFileList, apiUrl("/imports", { organisation, cursor: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ latestRun }) => isGoing(latestRun))) ? 2_000 : 30_000,
  });
}

/** Looked at often while a run goes on. */
export function importQuery(file: string) {
  return queryOptions({
    queryKey: ["import", file],
    queryFn: ({ signal }) => get(ImportFile, apiUrl(`/imports/${file}`), signal),
    refetchInterval: ({ state }) => (isGoing(state.data?.latestRun) ? 1_000 : false),
  });
}

export function importRunQuery(run: FileRun) {
  return queryOptions({
    queryKey: ["import-run", run.id, run.state],
    queryFn: ({ signal }) => get(ImportRunDetail, apiUrl(`/import-runs/${run.id}`), signal),
  });
}

export function refusalsPath(run: string): string {
  return `/import-runs/${run}/refusals`;
}

export function refusalsQuery(run: string) {
  return infiniteQueryOptions({
    queryKey: ["import-refusals", run],
    queryFn: ({ pageParam, signal }) =>
      get(ImportRefusalList, apiUrl(refusalsPath(run), { cursor: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function choicesQuery(organisation: string) {
  return queryOptions({
    queryKey: ["import-choices", organisation],
    queryFn: ({ signal }) => get(ImportChoices, apiUrl("/import-choices", { organisation }), signal),
  });
}

/** The first lines as the mapping reads them; null: as the file itself suggests. */
export function previewQuery(file: string, mapping: Mapping | null) {
  return queryOptions({
    queryKey: ["import-preview", file, mapping],
    queryFn: () => post(ImportPreview, apiUrl(`/imports/${file}/preview`), { mapping }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Sends a file piece by piece; resolves with its id. */
export async function bringFile(
  organisation: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<string> {
  const { id } = await post(ImportFile, apiUrl("/imports"), {
    organisation,
    name: file.name.slice(0, 200),
    bytes: file.size,
  });
  for (let at = 0, number = 0; at < file.size; at += pieceBytes, number++) {
    await postBytes(Done, apiUrl(`/imports/${id}/chunks/${number}`), file.slice(at, at + pieceBytes));
    onProgress(Math.min(1, (at + pieceBytes) / file.size));
  }
  return id;
}

export function askForRun(file: string, kind: RunKind, mapping: Mapping | null) {
  return post(ImportRun, apiUrl(`/imports/${file}/runs`), { kind, mapping });
}

/** Adds to a meter what keeps a file's values of intervals. */
export function addCurve(meter: string, unit: "kW.h" | "m3") {
  return post(Register, apiUrl("/import-curves"), { meter, unit });
}

export function saveMapping(organisation: string, name: string, mapping: Mapping) {
  return post(SavedImportMapping, apiUrl("/import-mappings"), { organisation, name, mapping });
}
