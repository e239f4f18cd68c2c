import { parseEvent } from "@gtb/chirpstack/parse-event";
import { decodeUplink } from "@gtb/devices/decode-uplink";
import { findDeviceType } from "@gtb/devices/find-device-type";
import { describe, expect, it } from "vitest";
import { jsonEncoder } from "./json-template.ts";
import { devEuiOf, dueMs, eventId, loadRun, storedAs } from "./load-run.ts";
import { protobufEncoder } from "./protobuf-encoder.ts";
import { uplinkValues } from "./uplink-values.ts";

const settings = { devices: 7, rate: 900, uplinks: 200_000, seed: 3 };
const startMs = Date.parse("2026-11-24T10:00:00.123Z");

describe.each(["json", "protobuf"] as const)("%s", (format) => {
  const run = loadRun({ ...settings, format }, startMs, "ab".repeat(10));
  const encode = format === "json" ? jsonEncoder(run) : protobufEncoder(run);

  it.each([0, 1, 6, 7, 65_537, 199_999])("uplink %i is the event that ChirpStack would send", (number) => {
    const devEui = devEuiOf(number % 7);
    const event = parseEvent(`application/4c2c/device/${devEui}/event/up`, encode(number));
    expect(event).toMatchObject({
      eventId: eventId(run, number),
      devEui,
      fPort: 85,
      fCnt: Math.floor(number / 7),
      dataRate: 5,
    });
    expect(event.time.getTime()).toBe(dueMs(run, number));
    expect(event.rxInfo[0]).toMatchObject({ gatewayId: "02000000000027ff", rssi: -57 });
    const { temperature, humidity } = uplinkValues(run, number);
    const { measurements } = decodeUplink(findDeviceType("milesight-em300-th")!, {
      fPort: 85,
      bytes: event.data!,
      time: event.time,
    });
    const decoded = Object.fromEntries(measurements.map(({ name, value }) => [name, value]));
    expect(decoded).toMatchObject({ temperature: temperature / 10, humidity: humidity / 2 });
  });

  it("gives the same bytes for the same run, others for another seed", () => {
    const other = { ...run, seed: 4 };
    const otherEncode = format === "json" ? jsonEncoder(other) : protobufEncoder(other);
    const numbers = [0, 1, 2, 3, 4];
    const again = format === "json" ? jsonEncoder({ ...run }) : protobufEncoder({ ...run });
    expect(numbers.map((number) => again(number).toString("hex"))).toEqual(
      numbers.map((number) => encode(number).toString("hex")),
    );
    expect(numbers.map((number) => encode(number).toString("hex"))).not.toEqual(
      numbers.map((number) => otherEncode(number).toString("hex")),
    );
  });
});

describe("a run", () => {
  const run = loadRun({ ...settings, format: "json" }, startMs);

  it("names its uplinks in one range of ids and times", () => {
    const { firstId, lastId, from, to } = storedAs(run, "chirpstack");
    const ids = [0, 15, 16, 4096, 199_999].map((number) => eventId(run, number));
    expect(ids).toEqual([...ids].sort());
    expect([firstId, lastId]).toEqual([ids[0], ids.at(-1)]);
    expect(dueMs(run, 0)).toBeGreaterThanOrEqual(from.getTime());
    expect(dueMs(run, 199_999)).toBeLessThan(to.getTime());
  });

  it("never lets a device report twice in a millisecond", () => {
    expect(() => loadRun({ ...settings, devices: 2, rate: 3000, format: "json" }, startMs)).toThrow(RangeError);
    const fast = loadRun({ ...settings, devices: 3, rate: 3000, format: "json" }, startMs);
    for (let number = 0; number < 300; number++) expect(dueMs(fast, number + 3)).toBeGreaterThan(dueMs(fast, number));
  });
});
