import { readFileSync } from "node:fs";
import { unitsOf } from "@gtb/domain/units/quantity";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blueprint } from "./_blueprint/definition.ts";
import { catalogue } from "./catalogue.ts";
import { DecodeError } from "./decode-error.ts";
import { decodeUplink } from "./decode-uplink.ts";
import type { DecodeResult, DeviceType, UplinkPayload } from "./device-type.ts";
import { findDeviceType } from "./find-device-type.ts";

interface ExpectedMeasurement {
  readonly name: string;
  readonly value: number;
  /** ISO 8601; the uplink's time when left out. */
  readonly time?: string;
  /** The vendor's own example is not physically possible: it decodes, and must be refused as a reading. */
  readonly implausible?: true;
}

interface Vector {
  readonly description: string;
  readonly source: string;
  readonly licence: string;
  readonly fPort: number;
  readonly bytesHex: string;
  readonly time?: string;
  readonly expected: {
    readonly measurements?: readonly ExpectedMeasurement[];
    readonly warnings?: number;
    readonly error?: true;
  };
}

const heardAt = "2026-03-01T08:00:00.000Z";
const shipped = catalogue.map((type) => ({ folder: type.id, type, vectors: vectorsIn(type.id) }));
const all = [...shipped, { folder: "_blueprint", type: blueprint, vectors: vectorsIn("_blueprint") }];

describe("the catalogue", () => {
  it("has each id once, in alphabetical order", () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("finds each type by its id, its models, and vendor and model", () => {
    for (const type of catalogue) {
      expect(findDeviceType(type.id)).toBe(type);
      for (const model of type.models) {
        expect(findDeviceType(model.toLowerCase()), model).toBe(type);
        expect(findDeviceType(`${type.vendor}/${model}`), model).toBe(type);
      }
    }
    expect(findDeviceType("Milesight-IoT EM300-TH")?.id).toBe("milesight-em300-th");
    expect(findDeviceType("no such device")).toBeUndefined();
  });
});

describe.each(all)("$folder", ({ type, vectors }) => {
  it("is described as the house wants it", () => {
    expect(type.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(type.models.length).toBeGreaterThan(0);
    expect(Number.isInteger(type.codecVersion) && type.codecVersion > 0).toBe(true);
    expect(type.lorawan.reportEveryMinutes).toBeGreaterThan(0);
    expect(Object.keys(type.measurements).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(type.measurements))("defines %s", (name, definition) => {
    const { quantity, unit, kind, min, max, wrapsAt } = definition;
    expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
    expect(unitsOf(quantity)).toContain(unit);
    expect(min).toBeLessThan(max);
    expect(Number.isFinite(min) && Number.isFinite(max)).toBe(true);
    if (wrapsAt !== undefined) {
      expect(kind).toBe("counter");
      expect(wrapsAt).toBeGreaterThanOrEqual(max);
    }
  });

  it("has a vector for each measurement", () => {
    const covered = new Set(vectors.flatMap(({ expected }) => expected.measurements ?? []).map(({ name }) => name));
    expect(Object.keys(type.measurements).filter((name) => !covered.has(name))).toEqual([]);
  });

  it.each(vectors)("decodes: $description", (vector) => {
    expect(vector.source).not.toBe("");
    expect(vector.licence).not.toBe("");
    const uplink = uplinkOf(vector);
    if (vector.expected.error) {
      expect(() => decodeUplink(type, uplink)).toThrow(DecodeError);
      return;
    }
    const { measurements, warnings } = decodeUplink(type, uplink);
    const expected = vector.expected.measurements ?? [];
    expect(measurements).toEqual(
      expected.map(({ name, value, time }) => ({ name, value, time: time ? new Date(time) : uplink.time })),
    );
    expect(warnings).toHaveLength(vector.expected.warnings ?? 0);
    for (const { name, value, implausible } of expected) {
      expect(isPlausible(type, name, value), `${name} = ${value}`).toBe(implausible !== true);
    }
  });

  it("throws nothing but a DecodeError on random bytes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 223 }), fc.uint8Array({ maxLength: 96 }), (fPort, bytes) => {
        expectSound(type, { fPort, bytes, time: new Date(heardAt) });
      }),
      { numRuns: 400 },
    );
  });

  it("throws nothing but a DecodeError on truncated and corrupted vectors", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vectors),
        fc.nat(),
        fc.array(fc.nat(), { maxLength: 4 }),
        (vector, cut, flippedBits) => {
          const { fPort, bytes, time } = uplinkOf(vector);
          const damaged = bytes.slice(0, cut % (bytes.length + 1));
          for (const bit of flippedBits) {
            const index = bit % (damaged.length * 8 || 1);
            const byte = damaged[index >> 3];
            if (byte !== undefined) damaged[index >> 3] = byte ^ (1 << (index & 7));
          }
          expectSound(type, { fPort, bytes: damaged, time });
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** Whatever the bytes: a DecodeError or declared, finite, dated values; the same twice; the bytes left alone. */
function expectSound(type: DeviceType, uplink: UplinkPayload): void {
  const before = Buffer.from(uplink.bytes).toString("hex");
  const first = outcomeOf(type, uplink);
  expect(outcomeOf(type, uplink)).toEqual(first);
  expect(Buffer.from(uplink.bytes).toString("hex")).toBe(before);
  if (typeof first === "string") return;
  for (const { name, value, time } of first.measurements) {
    expect(Object.keys(type.measurements)).toContain(name);
    expect(Number.isFinite(value)).toBe(true);
    expect(Number.isNaN(time.getTime())).toBe(false);
  }
}

function outcomeOf(type: DeviceType, uplink: UplinkPayload): DecodeResult | string {
  try {
    // not decodeUplink: it would turn an undeclared name into the error that is allowed here
    return type.decode(uplink);
  } catch (error) {
    if (error instanceof DecodeError) return error.message;
    throw error;
  }
}

function isPlausible(type: DeviceType, name: string, value: number): boolean {
  const definition = type.measurements[name];
  return definition !== undefined && value >= definition.min && value <= definition.max;
}

function uplinkOf({ fPort, bytesHex, time }: Vector): UplinkPayload {
  return { fPort, bytes: new Uint8Array(Buffer.from(bytesHex, "hex")), time: new Date(time ?? heardAt) };
}

function vectorsIn(folder: string): readonly Vector[] {
  return JSON.parse(readFileSync(new URL(`./${folder}/vectors.json`, import.meta.url), "utf8"));
}
