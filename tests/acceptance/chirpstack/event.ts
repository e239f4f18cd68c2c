import { randomBytes, randomUUID } from "node:crypto";

/**
 * What ChirpStack v4 publishes, with its own field names (api/proto/integration/integration.proto of chirpstack,
 * version 4): written here as JSON and as Protobuf so that a test can send the same event in both.
 */
export type Event = Uplink | Join | Status | Log | Ack | TxAck | LocationUpdate;

interface AnyEvent {
  readonly devEui: string;
  readonly time: Date;
  readonly deviceName?: string;
}

/** All but `log` and `txack` carry one. */
interface Deduplicated extends AnyEvent {
  readonly deduplicationId: string;
}

export interface Uplink extends Deduplicated {
  readonly type: "up";
  readonly devAddr: string;
  readonly dr: number;
  readonly fCnt: number;
  readonly fPort: number;
  readonly data: Uint8Array;
  readonly object?: CodecObject;
  readonly rxInfo: readonly RxInfo[];
}

export interface RxInfo {
  readonly gatewayId: string;
  readonly uplinkId: number;
  readonly rssi: number;
  readonly snr: number;
}

interface Join extends Deduplicated {
  readonly type: "join";
  readonly devAddr: string;
}

export interface Status extends Deduplicated {
  readonly type: "status";
  readonly margin: number;
  readonly externalPowerSource: boolean;
  readonly batteryLevelUnavailable: boolean;
  readonly batteryLevel: number;
}

export interface Log extends AnyEvent {
  readonly type: "log";
  readonly level: "INFO" | "WARNING" | "ERROR";
  readonly code: "UPLINK_CODEC" | "OTAA" | "UPLINK_F_CNT_RESET";
  readonly description: string;
  readonly context: Readonly<Record<string, string>>;
}

interface Ack extends Deduplicated {
  readonly type: "ack";
  readonly queueItemId: string;
  readonly acknowledged: boolean;
  readonly fCntDown: number;
}

export interface TxAck extends AnyEvent {
  readonly type: "txack";
  readonly downlinkId: number;
  readonly queueItemId: string;
  readonly fCntDown: number;
  readonly gatewayId: string;
}

export interface LocationUpdate extends Deduplicated {
  readonly type: "location";
  readonly location: { readonly latitude: number; readonly longitude: number; readonly source: "GPS" | "CONFIG" };
}

/** What a codec of ChirpStack makes of a payload. */
export type CodecObject = Readonly<Record<string, number | string>>;

export const applicationId = "7d1e61a1-7e42-4c4f-8f0c-5a0c4a5b7f10";
export const tenantId = "52f14cd4-c6f1-4fbd-8f87-4025e1d49242";
export const deviceProfileId = "14855bf7-d10d-4aee-b618-ebfcb64dc7ad";
/** ChirpStack's times have nanoseconds; the platform keeps milliseconds. */
export const nanosecondsBelowMillisecond = 23_242;

export function topicOf({ devEui, type }: Pick<Event, "devEui" | "type">): string {
  return `application/${applicationId}/device/${devEui}/event/${type}`;
}

/** A devEUI that no other test has: the suite runs on one platform. */
export function newDevEui(): string {
  return randomBytes(8).toString("hex");
}

/** An uplink as one gateway hears it; what a test does not care about is filled in. */
export function uplink(known: Pick<Uplink, "devEui" | "time" | "fPort" | "data"> & Partial<Uplink>): Uplink {
  return {
    type: "up",
    deduplicationId: randomUUID(),
    devAddr: "00189440",
    dr: 5,
    fCnt: Math.floor(known.time.getTime() / 60_000) % 65_536,
    rxInfo: [{ gatewayId: "0016c001f153a14c", uplinkId: 4217106255, rssi: -57, snr: 10.5 }],
    ...known,
  };
}
