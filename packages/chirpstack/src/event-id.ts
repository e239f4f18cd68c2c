import { createHash } from "node:crypto";
import { EventError, type JsonObject } from "./event.ts";
import type { EventTopic } from "./topic.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The uuid that names an event, the same however often and in whichever format it is delivered. `log` and `txack` have
 * no deduplicationId: theirs comes from the content that both formats carry.
 */
export function eventIdOf(place: EventTopic, body: JsonObject, time: Date): string {
  if (place.type === "log") {
    const context = isObject(body["context"])
      ? Object.entries(body["context"]).sort(([a], [b]) => (a < b ? -1 : 1))
      : [];
    return uuidOf([
      place.devEui,
      time.getTime(),
      body["level"] ?? "INFO",
      body["code"] ?? "UNKNOWN",
      body["description"] ?? "",
      context,
    ]);
  }
  if (place.type === "txack") {
    return uuidOf([
      place.devEui,
      time.getTime(),
      body["downlinkId"] ?? 0,
      body["queueItemId"] ?? "",
      body["fCntDown"] ?? 0,
      body["gatewayId"] ?? "",
    ]);
  }
  const id = body["deduplicationId"];
  if (typeof id !== "string" || id === "") throw new EventError("unreadable", `Field "deduplicationId" is absent`);
  const lowerCase = id.toLowerCase();
  return uuid.test(lowerCase) ? lowerCase : uuidOf([lowerCase]);
}

/** A name-based uuid (version 8, RFC 9562) over what identifies an event. */
export function uuidOf(parts: readonly unknown[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
