import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { buildingQuery, type DetailedBuilding } from "../../api/buildings.ts";
import { consumptionKey } from "../../api/consumption.ts";
import { listenToBuilding } from "../../api/live.ts";
import { meQuery } from "../../api/session.ts";

/** Hours are computed in bursts: figures are asked for once after each, not for every hour of it. */
const settleMs = 1_000;

type Latest = { readonly point: string; readonly time: Date; readonly value: number };

/** Keeps what is shown of a building up to date while its page is open. Returns whether the stream is connected. */
export function useLiveBuilding(buildingId: string): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    const refreshConsumption = () => {
      settling ??= setTimeout(() => {
        settling = undefined;
        void client.invalidateQueries({ queryKey: consumptionKey(buildingId) });
      }, settleMs);
    };
    const { queryKey } = buildingQuery(buildingId);
    const stop = listenToBuilding(buildingId, {
      onState: setConnected,
      onRefused: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
      onReadings: (readings) =>
        client.setQueryData(queryKey, (building) =>
          building === undefined ? building : withLatest(building, readings),
        ),
      onConsumption: refreshConsumption,
      onGap: () => {
        refreshConsumption();
        void client.invalidateQueries({ queryKey });
      },
    });
    return () => {
      clearTimeout(settling);
      stop();
    };
  }, [buildingId, client]);
  return connected;
}

/** The building with newer values; one that is older than what is known (a late uplink) changes nothing. */
export function withLatest(building: DetailedBuilding, readings: readonly Latest[]): DetailedBuilding {
  const newest = new Map(readings.map((reading) => [reading.point, reading]));
  const points = building.points.map((point) => {
    const reading = newest.get(point.id);
    if (reading === undefined || (point.latest !== null && point.latest.time >= reading.time)) return point;
    return { ...point, latest: { time: reading.time, value: reading.value } };
  });
  return { ...building, points };
}
