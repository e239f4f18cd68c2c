import commonPb from "@chirpstack/chirpstack-api/common/common_pb.js";
import gwPb from "@chirpstack/chirpstack-api/gw/gw_pb.js";
import integrationPb from "@chirpstack/chirpstack-api/integration/integration_pb.js";
import { EventError, type EventType, type JsonObject } from "./event.ts";

interface Message {
  toObject(): object;
}

const decoders: Readonly<Record<EventType, (bytes: Uint8Array) => Message>> = {
  up: (bytes) => integrationPb.UplinkEvent.deserializeBinary(bytes),
  join: (bytes) => integrationPb.JoinEvent.deserializeBinary(bytes),
  status: (bytes) => integrationPb.StatusEvent.deserializeBinary(bytes),
  log: (bytes) => integrationPb.LogEvent.deserializeBinary(bytes),
  ack: (bytes) => integrationPb.AckEvent.deserializeBinary(bytes),
  txack: (bytes) => integrationPb.TxAckEvent.deserializeBinary(bytes),
  location: (bytes) => integrationPb.LocationEvent.deserializeBinary(bytes),
};

const enumNames: Readonly<Record<string, ReadonlyMap<unknown, string>>> = {
  level: namesOf(integrationPb.LogLevel),
  code: namesOf(integrationPb.LogCode),
  source: namesOf(commonPb.LocationSource),
  crcStatus: namesOf(gwPb.CRCStatus),
  codeRate: namesOf(gwPb.CodeRate),
  deviceClassEnabled: namesOf(commonPb.DeviceClass),
};

/**
 * A Protobuf event in the shape that ChirpStack's JSON has: its field names, enumerations by name, times in ISO 8601,
 * zero values left out. Throws EventError where the bytes are no such event.
 */
export function protobufToJson(type: EventType, payload: Uint8Array): JsonObject {
  if (payload.length === 0) throw new EventError("unreadable", "The message is empty");
  try {
    const message = decoders[type](payload);
    const json = fieldsToJson(message.toObject());
    const struct = message instanceof integrationPb.UplinkEvent ? message.getObject() : undefined;
    return struct === undefined ? json : { ...json, object: struct.toJavaScript() };
  } catch (error) {
    throw new EventError(
      "unreadable",
      `Neither JSON nor a Protobuf "${type}" event: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function fieldsToJson(fields: object): JsonObject {
  const json: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined || value === 0 || value === "" || value === false || isEmptyList(value)) continue;
    const [name, converted] = fieldToJson(key, value);
    json[name] = converted;
  }
  return json;
}

/** jspb's `toObject` names repeated fields `xList` and maps `xMap`, a list of pairs. */
function fieldToJson(key: string, value: unknown): [name: string, value: unknown] {
  if (Array.isArray(value) && key.endsWith("Map"))
    return [key.slice(0, -3), Object.fromEntries(value as [string, string][])];
  if (Array.isArray(value) && key.endsWith("List")) return [key.slice(0, -4), value.map(valueToJson)];
  return [key, enumNames[key]?.get(value) ?? valueToJson(value)];
}

function valueToJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isTimestamp(value)) return new Date(value.seconds * 1000 + Math.floor(value.nanos / 1e6)).toISOString();
  return fieldsToJson(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isTimestamp(value: object): value is { seconds: number; nanos: number } {
  const keys = Object.keys(value);
  return keys.length === 2 && "seconds" in value && "nanos" in value;
}

function namesOf(enumeration: object): ReadonlyMap<unknown, string> {
  return new Map(Object.entries(enumeration).map(([name, number]) => [number, name]));
}
