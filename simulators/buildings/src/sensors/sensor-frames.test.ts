import { decodeUplink } from "@gtb/devices/decode-uplink";
import { findDeviceType } from "@gtb/devices/find-device-type";
import { describe, expect, it } from "vitest";
import { encodeFrame, type FrameLayout, fieldsOf } from "./frame-layout.ts";
import { framesOf, type SimulatedType, sensorFrames } from "./sensor-frames.ts";

const time = new Date("2026-11-24T10:00:00Z");

/** A value for each field, none of them 0 and each another one, within what the field can carry. */
function valuesFor(layout: FrameLayout): Record<string, number> {
  let next = 3;
  return Object.fromEntries(
    [...fieldsOf(layout).values()].map(({ name, divisor }) => {
      next += 1;
      if (name === "seconds") return [name, time.getTime() / 1000 - 3600];
      if (["pir", "leak", "daylight"].includes(name)) return [name, 1];
      if (name === "lightLevel") return [name, 5];
      if (divisor === 32) return [name, 5];
      return [name, divisor === 1 ? next : next + 1 / divisor];
    }),
  );
}

describe.each(Object.keys(sensorFrames) as SimulatedType[])("%s", (typeId) => {
  const type = findDeviceType(typeId);
  const { fPort, report } = framesOf(typeId);

  it("gives back what its report says", () => {
    const values = valuesFor(report);
    const bytes = encodeFrame(report, values);
    const { measurements, warnings } = decodeUplink(type!, { fPort, bytes, time });
    const decoded = Object.fromEntries(measurements.map(({ name, value }) => [name, value]));
    expect(warnings).toEqual([]);
    for (const [name, value] of Object.entries(values)) expect([name, decoded[name]]).toEqual([name, value]);
  });
});

it("keeps negative temperatures", () => {
  const { fPort, report } = framesOf("adeunis-temp");
  const bytes = encodeFrame(report, { frameCounter: 1, temperature1: -5.8 });
  const { measurements } = decodeUplink(findDeviceType("adeunis-temp")!, { fPort, bytes, time });
  expect(measurements).toContainEqual({ name: "temperature1", value: -5.8, time });
});

const withStored = (Object.keys(sensorFrames) as SimulatedType[]).filter((id) => framesOf(id).stored !== undefined);

it.each(withStored)("%s gives back a stored record at its own time", (typeId) => {
  const { fPort, stored } = framesOf(typeId);
  const { seconds, ...values } = valuesFor(stored!);
  const bytes = encodeFrame(stored!, { seconds: seconds!, ...values });
  const { measurements } = decodeUplink(findDeviceType(typeId)!, { fPort, bytes, time });
  expect(Object.fromEntries(measurements.map(({ name, value }) => [name, value]))).toEqual(values);
  expect(measurements[0]?.time).toEqual(new Date(seconds! * 1000));
});
