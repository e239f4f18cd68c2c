import { type ChirpstackEvent, EventError } from "@gtb/chirpstack/event";
import { uuidOf } from "@gtb/chirpstack/event-id";
import { parseEvent } from "@gtb/chirpstack/parse-event";
import { describeTopic } from "@gtb/chirpstack/topic";
import type { EventReject } from "@gtb/database/queries/store-rejects";
import { type DecodedPayload, decodePayload } from "@gtb/readings/decode-payload";
import type { Registry } from "@gtb/readings/registry";
import type { BatchEntry } from "@gtb/readings/store-batch";
import { timeFault } from "@gtb/readings/time-bounds";
import { toJsonText } from "./json-text.ts";
import type { ReceivedMessage } from "./received-message.ts";

/** More than any ChirpStack event; of a larger message only the beginning is kept. */
const largestMessageBytes = 1024 * 1024;

export type UnderstoodMessage =
  | { readonly kind: "entry"; readonly event: ChirpstackEvent; readonly entry: BatchEntry }
  | { readonly kind: "reject"; readonly reject: EventReject };

/** What one message means under a registry: an entry of the ledger with its readings, or a reject with its reason. Never throws. */
export function understand(message: ReceivedMessage, registry: Registry, source: string): UnderstoodMessage {
  if (message.payload.length > largestMessageBytes) {
    return {
      kind: "reject",
      reject: rejectUnread(message, source, "too_large", `The message has ${message.payload.length} bytes`),
    };
  }
  try {
    const event = parseEvent(message.topic, message.payload);
    const fault = timeFault(event.time, message.receivedAt);
    if (fault !== undefined) return { kind: "reject", reject: rejectForTime(message, event, source, fault) };
    return { kind: "entry", event, entry: toEntry(event, message.receivedAt, registry, source) };
  } catch (error) {
    const reason = error instanceof EventError ? error.reason : "unreadable";
    return {
      kind: "reject",
      reject: rejectUnread(message, source, reason, error instanceof Error ? error.message : String(error)),
    };
  }
}

const recorded: DecodedPayload = {
  outcome: "recorded",
  outcomeDetail: null,
  codecVersionId: null,
  readings: [],
  rejected: [],
};

function toEntry(event: ChirpstackEvent, receivedAt: Date, registry: Registry, source: string): BatchEntry {
  const { eventId, devEui, time, fPort, data, encrypted } = event;
  const decoded =
    fPort === null || data === null
      ? recorded
      : decodePayload(registry, { eventId, devEui, time, receivedAt, fPort, data, encrypted });
  return {
    readings: decoded.readings,
    rejected: decoded.rejected,
    ledger: {
      source,
      eventType: event.type,
      eventId,
      time,
      receivedAt,
      devEui,
      applicationId: event.applicationId,
      devAddr: event.devAddr,
      fPort,
      fCnt: event.fCnt,
      data,
      object: event.object === null ? null : toJsonText(event.object),
      rxInfo: event.rxInfo.length === 0 ? null : toJsonText(event.rxInfo),
      detail: toJsonText(event.encrypted ? { ...event.detail, joinServerContext: true } : event.detail),
      outcome: decoded.outcome,
      outcomeDetail: decoded.outcomeDetail,
      codecVersionId: decoded.codecVersionId,
      readingCount: decoded.readings.length,
    },
  };
}

/** The record of a message that could not be understood, or that the database refuses: named by its bytes, so that a redelivery is no second one. */
export function rejectUnread(
  message: ReceivedMessage,
  source: string,
  reason: EventReject["reason"],
  detail: string,
): EventReject {
  const { type, devEui } = describeTopic(message.topic);
  return {
    source,
    eventType: type,
    eventId: uuidOf([message.topic, message.payload.toString("base64")]),
    time: null,
    receivedAt: message.receivedAt,
    topic: message.topic,
    devEui,
    payload: message.payload.subarray(0, largestMessageBytes),
    reason,
    detail: detail.replaceAll("\0", "\ufffd"),
  };
}

function rejectForTime(
  message: ReceivedMessage,
  event: ChirpstackEvent,
  source: string,
  reason: "time_in_future" | "time_too_old",
): EventReject {
  return {
    source,
    eventType: event.type,
    eventId: event.eventId,
    time: event.time,
    receivedAt: message.receivedAt,
    topic: message.topic,
    devEui: event.devEui,
    payload: message.payload,
    reason,
    detail: `The event says ${event.time.toISOString()}, it was received at ${message.receivedAt.toISOString()}`,
  };
}
