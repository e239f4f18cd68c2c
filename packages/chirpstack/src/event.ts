export const eventTypes = ["up", "join", "status", "log", "ack", "txack", "location"] as const;
export type EventType = (typeof eventTypes)[number];

/** One event as ChirpStack v4 published it, JSON and Protobuf alike. */
export interface ChirpstackEvent {
  readonly type: EventType;
  /** A uuid: the deduplicationId, or derived from the content where the type has none (`log`, `txack`). */
  readonly eventId: string;
  /** The event's own time, to the millisecond. */
  readonly time: Date;
  /** 16 hexadecimal digits, lower case. */
  readonly devEui: string;
  readonly applicationId: string;
  readonly devAddr: string | null;
  readonly fPort: number | null;
  readonly fCnt: number | null;
  /** LoRaWAN data rate index of the uplink. */
  readonly dataRate: number | null;
  /** The application payload: empty for an `up` without one, null for other types. */
  readonly data: Uint8Array | null;
  /** What ChirpStack's own codec made of it, if it has one. */
  readonly object: JsonObject | null;
  readonly rxInfo: readonly RxInfo[];
  /** With a join server context the payload is still encrypted. */
  readonly encrypted: boolean;
  /** The rest of the event that is worth keeping, in ChirpStack's own field names. */
  readonly detail: JsonObject;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** How one gateway heard the frame; ChirpStack leaves zero values out. */
export interface RxInfo {
  readonly gatewayId?: string;
  readonly rssi?: number;
  readonly snr?: number;
}

export type EventErrorReason = "unreadable" | "wrong_topic";

/** A message that holds no event: `reason` for counting, `message` for a person. */
export class EventError extends Error {
  override readonly name = "EventError";
  readonly reason: EventErrorReason;

  constructor(reason: EventErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
