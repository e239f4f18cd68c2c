import { describe, expect, it } from "vitest";
import { DecodeError } from "../../decode-error.ts";
import { decodeBatchReport } from "./batch-report.ts";
import type { BatchMeasure, SampleType } from "./batch-table.ts";

/** Reports and their contents published with Watteco's own uncompressors (Watteco/Codec-Report-Batch-Python, -Javascript). */
interface Published {
  readonly what: string;
  readonly tagBits: number;
  /** Type and resolution by tag; other tags are not in the table. */
  readonly measures: Readonly<Record<number, readonly [SampleType, number]>>;
  readonly hex: string;
  /** The device's clock when it sent the report, in seconds. */
  readonly sentAt: number;
  /** Tag, device second, value. */
  readonly samples: readonly (readonly [number, number, number])[];
}

const published: readonly Published[] = [
  {
    what: "floats whose differences are coded",
    tagBits: 3,
    measures: { 2: ["float32", 1] },
    hex: "10270080039320180080108183070d45851005",
    sentAt: 1944,
    samples: [
      [2, 1830, 11],
      [2, 1845, 13],
      [2, 1860, 14],
      [2, 1875, 21],
      [2, 1876, 100],
    ],
  },
  {
    what: "an index and a state, each with its own times",
    tagBits: 1,
    measures: { 0: ["uint32", 1], 1: ["bool", 1] },
    hex: "20100000a020a8010000004401e297ad40871b770e377b",
    sentAt: 99,
    samples: [
      [0, 49, 0],
      [0, 59, 0],
      [0, 69, 3],
      [0, 79, 7],
      [0, 89, 7],
      [0, 99, 10],
      [1, 5, 1],
      [1, 67, 0],
      [1, 69, 1],
    ],
  },
  {
    what: "a state that changes more often than the index",
    tagBits: 1,
    measures: { 0: ["uint32", 1], 1: ["bool", 1] },
    hex: "201600206018180000007ae201726c922d59920520ad",
    sentAt: 504,
    samples: [
      [0, 454, 61],
      [0, 455, 62],
      [1, 451, 0],
      [1, 452, 1],
      [1, 496, 0],
      [1, 497, 1],
      [1, 499, 0],
      [1, 500, 1],
      [1, 501, 0],
      [1, 502, 1],
    ],
  },
  {
    what: "five measures with common times",
    tagBits: 3,
    measures: { 0: ["uint32", 1], 1: ["uint32", 1], 2: ["int16", 1], 3: ["int16", 1], 4: ["uint16", 1] },
    hex: "523000800310050ae1dec124b41f680fec01003802237b00008ec01080009db08c8819af126440382419100ed903",
    sentAt: 3624,
    samples: [
      [0, 1824, 7297],
      [0, 3624, 14497],
      [1, 1824, 7297],
      [1, 3624, 14497],
      [2, 1824, 1005],
      [2, 3624, 1005],
      [3, 1824, 2580],
      [3, 3624, 2541],
      [4, 1824, 3622],
      [4, 3624, 3676],
    ],
  },
  {
    what: "three measures with common times, of which one has a single sample",
    tagBits: 2,
    measures: { 0: ["int16", 10], 1: ["uint16", 100], 2: ["uint16", 1] },
    hex: "322040c884854308b04f308df611942100f90649c908",
    sentAt: 2_167_609,
    samples: [
      [0, 2_167_574, 2470],
      [0, 2_167_604, 2470],
      [1, 2_167_574, 4500],
      [1, 2_167_604, 4500],
      [2, 2_167_574, 3617],
    ],
  },
];

describe("decodeBatchReport", () => {
  it.each(published)("reads $what", ({ tagBits, measures, hex, sentAt, samples }) => {
    const heardAt = new Date("2026-03-01T08:00:00.000Z");
    const decoded = decodeBatchReport(Buffer.from(hex, "hex"), heardAt, { tagBits, measures: tableOf(measures) });
    expect(decoded).toEqual(
      samples.map(([tag, second, value]) => {
        return { name: `tag${tag}`, value, time: new Date(heardAt.getTime() - (sentAt - second) * 1000) };
      }),
    );
  });

  it("refuses every report that is cut short", () => {
    for (const { tagBits, measures, hex } of published) {
      const bytes = Buffer.from(hex, "hex");
      for (let length = 0; length < bytes.length - 1; length++) {
        const cut = bytes.subarray(0, length);
        expect(() => decodeBatchReport(cut, new Date(0), { tagBits, measures: tableOf(measures) })).toThrow(
          DecodeError,
        );
      }
    }
  });
});

function tableOf(measures: Published["measures"]): BatchMeasure[] {
  return Object.entries(measures).map(([tag, [type, resolution]]) => {
    return { tag: Number(tag), name: `tag${tag}`, type, resolution, divisor: 1 };
  });
}
