import { describe, expect, it } from "vitest";
import { DecodeError } from "./decode-error.ts";
import { decodeUplink } from "./decode-uplink.ts";
import { type DecodedMeasurement, type DeviceType, deviceType } from "./device-type.ts";
import { airTemperature } from "./measurement.ts";

const time = new Date("2026-03-01T08:00:00.000Z");
const earlier = new Date("2026-03-01T07:50:00.000Z");
const uplink = { fPort: 1, bytes: new Uint8Array(), time };

function typeReturning(...measurements: DecodedMeasurement[]): DeviceType {
  return deviceType({
    id: "test-device",
    vendor: "Test",
    models: ["Device"],
    codecVersion: 1,
    lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
    measurements: { temperature: airTemperature({ min: 0, max: 50 }) },
    decode: () => ({ measurements, warnings: ["kept"] }),
  });
}

describe("decodeUplink", () => {
  it("hands over what the decoder found", () => {
    const found = [
      { name: "temperature", value: 20, time },
      { name: "temperature", value: 19, time: earlier },
    ];
    expect(decodeUplink(typeReturning(...found), uplink)).toEqual({ measurements: found, warnings: ["kept"] });
  });

  it("keeps the last of two values of one measurement at one time", () => {
    const type = typeReturning({ name: "temperature", value: 20, time }, { name: "temperature", value: 21, time });
    expect(decodeUplink(type, uplink).measurements).toEqual([{ name: "temperature", value: 21, time }]);
  });

  it.each([
    ["an undeclared name", { name: "humidity", value: 50, time }],
    ["a name that every object has", { name: "toString", value: 50, time }],
    ["no number", { name: "temperature", value: Number.NaN, time }],
    ["an infinite value", { name: "temperature", value: Number.POSITIVE_INFINITY, time }],
    ["no date", { name: "temperature", value: 20, time: new Date(Number.NaN) }],
  ])("refuses %s", (_, measurement) => {
    expect(() => decodeUplink(typeReturning(measurement), uplink)).toThrow(DecodeError);
  });
});
