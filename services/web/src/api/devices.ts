import { DeviceTypeList } from "@gtb/contracts/device-types";
import { type DeviceBody, DeviceDetail, DeviceList, type DeviceState } from "@gtb/contracts/devices";
import { RejectionList } from "@gtb/contracts/rejections";
import { UnknownDeviceList } from "@gtb/contracts/unknown-devices";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, post } from "./request.ts";

export type ListedDevice = z.output<typeof DeviceList>["items"][number];
export type HeardDevice = z.output<typeof UnknownDeviceList>["items"][number];
export type ListedRejection = z.output<typeof RejectionList>["items"][number];
export type RejectionCount = z.output<typeof RejectionList>["counts"][number];

export interface DeviceFilter {
  readonly search?: string | undefined;
  readonly state?: DeviceState | undefined;
  readonly organisation?: string | undefined;
}

export function devicesQuery(filter: DeviceFilter) {
  return infiniteQueryOptions({
    queryKey: ["devices", filter],
    queryFn: ({ pageParam, signal }) =>
      get(DeviceList, apiUrl("/devices", { ...filter, cursor: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 30_000,
  });
}

export const unknownDevicesQuery = infiniteQueryOptions({
  queryKey: ["unknown-devices"],
  queryFn: ({ pageParam, signal }) =>
    get(UnknownDeviceList, apiUrl("/unknown-devices", { cursor: pageParam ?? undefined }), signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  refetchInterval: 30_000,
});

export const rejectionsQuery = infiniteQueryOptions({
  queryKey: ["rejections"],
  queryFn: ({ pageParam, signal }) =>
    get(RejectionList, apiUrl("/rejections", { cursor: pageParam ?? undefined }), signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  refetchInterval: 30_000,
});

export const deviceTypesQuery = queryOptions({
  queryKey: ["device-types"],
  queryFn: ({ signal }) => get(DeviceTypeList, apiUrl("/device-types"), signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Declares a device; what it sent before is decoded by a job. */
export function declareDevice(body: DeviceBody) {
  return post(DeviceDetail, apiUrl("/devices"), body);
}
