import commonPb from "@chirpstack/chirpstack-api/common/common_pb.js";
import gwPb from "@chirpstack/chirpstack-api/gw/gw_pb.js";
import integrationPb from "@chirpstack/chirpstack-api/integration/integration_pb.js";
import fc from "fast-check";
import timestampPb from "google-protobuf/google/protobuf/timestamp_pb.js";
import { describe, expect, it } from "vitest";
import { EventError } from "./event.ts";
import { parseEvent } from "./parse-event.ts";

const devEui = "0102030405060708";
const topic = (type: string): string => `application/4c2c/device/${devEui}/event/${type}`;
const time = "2026-03-02T10:11:12.345Z";
const deduplicationId = "3ac7e3c4-4401-4b8d-9386-a5c902f9202d";

function timestamp(): timestampPb.Timestamp {
  const stamp = new timestampPb.Timestamp();
  stamp.setSeconds(Date.parse(time) / 1000 - 0.345);
  stamp.setNanos(345_999_999);
  return stamp;
}

function deviceInfo(): integrationPb.DeviceInfo {
  const info = new integrationPb.DeviceInfo();
  info.setDevEui(devEui);
  info.setDeviceName("Salle 12");
  info.getTagsMap().set("site", "mairie");
  return info;
}

function json(body: object): Buffer {
  return Buffer.from(
    JSON.stringify({
      time,
      deduplicationId,
      deviceInfo: { devEui, deviceName: "Salle 12", tags: { site: "mairie" } },
      ...body,
    }),
  );
}

function protobufUplink(): Buffer {
  const event = new integrationPb.UplinkEvent();
  event.setDeduplicationId(deduplicationId);
  event.setTime(timestamp());
  event.setDeviceInfo(deviceInfo());
  event.setDevAddr("00189440");
  event.setFPort(85);
  event.setFCnt(7);
  event.setDr(5);
  event.setData(new Uint8Array([1, 0x75, 0x64]));
  const heard = new gwPb.UplinkRxInfo();
  heard.setGatewayId("0016c001f153a14c");
  heard.setRssi(-57);
  heard.setSnr(10.5);
  heard.setCrcStatus(gwPb.CRCStatus.CRC_OK);
  event.addRxInfo(heard);
  return Buffer.from(event.serializeBinary());
}

describe("an uplink", () => {
  const fromJson = parseEvent(
    topic("up"),
    json({
      devAddr: "00189440",
      dr: 5,
      fCnt: 7,
      fPort: 85,
      data: "AXVk",
      rxInfo: [{ gatewayId: "0016c001f153a14c", rssi: -57, snr: 10.5, crcStatus: "CRC_OK" }],
    }),
  );

  it("is read from JSON", () => {
    expect(fromJson).toMatchObject({
      type: "up",
      eventId: deduplicationId,
      devEui,
      applicationId: "4c2c",
      fPort: 85,
      fCnt: 7,
      dataRate: 5,
      encrypted: false,
    });
    expect(fromJson.time.toISOString()).toBe(time);
    expect([...(fromJson.data ?? [])]).toEqual([1, 0x75, 0x64]);
  });

  it("is the same from Protobuf", () => {
    expect(parseEvent(topic("up"), protobufUplink())).toEqual(fromJson);
  });

  it("takes an absent number for 0, as ChirpStack leaves zeros out", () => {
    expect(parseEvent(topic("up"), json({}))).toMatchObject({ fPort: 0, fCnt: 0, data: new Uint8Array(0) });
  });

  it("keeps what ChirpStack's codec made of it", () => {
    expect(parseEvent(topic("up"), json({ object: { temperature: 20.5 } })).object).toEqual({ temperature: 20.5 });
  });

  it("is told encrypted by its join server context", () => {
    expect(parseEvent(topic("up"), json({ joinServerContext: { sessionKeyId: "01" } })).encrypted).toBe(true);
  });
});

describe("the id of an event", () => {
  it("of a log is the same in JSON and Protobuf, and another for another text", () => {
    const event = new integrationPb.LogEvent();
    event.setTime(timestamp());
    event.setDeviceInfo(deviceInfo());
    event.setLevel(integrationPb.LogLevel.ERROR);
    event.setCode(integrationPb.LogCode.UPLINK_CODEC);
    event.setDescription("Exception");
    event.getContextMap().set("deduplication_id", deduplicationId);
    const body = {
      deduplicationId: undefined,
      level: "ERROR",
      code: "UPLINK_CODEC",
      description: "Exception",
      context: { deduplication_id: deduplicationId },
    };
    const first = parseEvent(topic("log"), json(body));
    expect(parseEvent(topic("log"), Buffer.from(event.serializeBinary())).eventId).toBe(first.eventId);
    expect(parseEvent(topic("log"), json({ ...body, description: "Other" })).eventId).not.toBe(first.eventId);
  });

  it("of a txack does not depend on zeros being written or left out", () => {
    const body = { deduplicationId: undefined, downlinkId: 33, gatewayId: "0016c001f153a14c" };
    expect(parseEvent(topic("txack"), json(body)).eventId).toBe(
      parseEvent(topic("txack"), json({ ...body, fCntDown: 0, queueItemId: "" })).eventId,
    );
  });

  it("of a status is the uplink's deduplicationId", () => {
    const event = new integrationPb.StatusEvent();
    event.setDeduplicationId(deduplicationId);
    event.setTime(timestamp());
    event.setDeviceInfo(deviceInfo());
    event.setBatteryLevel(78.5);
    event.setMargin(10);
    const parsed = parseEvent(topic("status"), Buffer.from(event.serializeBinary()));
    expect(parsed).toMatchObject({ eventId: deduplicationId, detail: { batteryLevel: 78.5, margin: 10 } });
    expect(parsed).toEqual(parseEvent(topic("status"), json({ batteryLevel: 78.5, margin: 10 })));
  });
});

it("reads a location from Protobuf with its source by name", () => {
  const event = new integrationPb.LocationEvent();
  event.setDeduplicationId(deduplicationId);
  event.setTime(timestamp());
  event.setDeviceInfo(deviceInfo());
  const location = new commonPb.Location();
  location.setLatitude(49.02);
  location.setSource(commonPb.LocationSource.GPS);
  event.setLocation(location);
  expect(parseEvent(topic("location"), Buffer.from(event.serializeBinary())).detail).toMatchObject({
    location: { latitude: 49.02, source: "GPS" },
  });
});

describe("a message without an event", () => {
  it.each([
    ["broken JSON", "up", Buffer.from('{"time":')],
    ["no time", "up", json({ time: undefined })],
    ["a time that is none", "up", json({ time: "yesterday" })],
    ["no deduplicationId", "up", json({ deduplicationId: undefined })],
    ["data that is not base64", "up", json({ data: "???" })],
    ["a port out of range", "up", json({ fPort: 300 })],
    ["an empty message", "up", Buffer.alloc(0)],
  ])("is refused: %s", (_, type, payload) => {
    expect(() => parseEvent(topic(type), payload)).toThrow(EventError);
  });

  it("is refused on another topic, with the topic in the message", () => {
    expect(() => parseEvent("eu868/gateway/1/event/up", json({}))).toThrow(/eu868\/gateway/);
    expect(() => parseEvent(topic("party"), json({}))).toThrow(/"party" is unknown/);
  });

  it("is refused when the topic and the event name different devices", () => {
    expect(() => parseEvent(topic("up"), json({ deviceInfo: { devEui: "ffffffffffffffff" } }))).toThrow(
      /ffffffffffffffff/,
    );
  });

  it("never throws anything but an EventError, whatever the bytes", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom("up", "join", "status", "log", "ack", "txack", "location"),
        bytes,
        (type, payload) => {
          try {
            parseEvent(topic(type), Buffer.from(payload));
          } catch (error) {
            expect(error).toBeInstanceOf(EventError);
          }
        },
      ),
    );
  });
});
