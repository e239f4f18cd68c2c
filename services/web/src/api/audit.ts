import { AuditList } from "@gtb/contracts/audit";
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get } from "./request.ts";

export type ListedEvent = z.output<typeof AuditList>["items"][number];

export interface AuditFilter {
  readonly organisation?: string | undefined;
  readonly actor?: string | undefined;
  readonly object?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ["audit", filter],
    queryFn: ({ pageParam, signal }) =>
      get(AuditList, apiUrl("/audit", { ...filter, cursor: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
