import {
  DeliveryPoint,
  type DeliveryPointBody,
  DeliveryPointList,
  DeliveryPointSummary,
} from "@gtb/contracts/delivery-points";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, post } from "./request.ts";

export type ListedDeliveryPoint = z.output<typeof DeliveryPointSummary>;

/** First part of the key of everything about contracts and bills: what a change of one makes stale. */
export const moneyKey = ["money"] as const;

export interface DeliveryPointFilter {
  readonly building?: string | undefined;
  readonly organisation?: string | undefined;
  readonly without?: "contract" | undefined;
}

export function deliveryPointsQuery(filter: DeliveryPointFilter) {
  return infiniteQueryOptions({
    queryKey: [...moneyKey, "delivery-points", filter],
    queryFn: ({ pageParam, signal }) =>
      get(DeliveryPointList, apiUrl("/delivery-points", { ...filter, cursor: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function deliveryPointQuery(deliveryPointId: string) {
  return queryOptions({
    queryKey: [...moneyKey, "delivery-point", deliveryPointId],
    queryFn: ({ signal }) => get(DeliveryPointSummary, apiUrl(`/delivery-points/${deliveryPointId}`), signal),
  });
}

/** Gives a meter its delivery point. */
export async function addDeliveryPoint(body: z.input<typeof DeliveryPointBody>): Promise<void> {
  await post(DeliveryPoint, apiUrl("/delivery-points"), body);
}
