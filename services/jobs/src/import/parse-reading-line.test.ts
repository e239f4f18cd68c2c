import { expect, test } from "vitest";
import { parseReadingLine } from "./parse-reading-line.ts";

const point = "0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0";

test.each([
  ["2026-01-31T08:00:00Z", "12.5", "2026-01-31T08:00:00.000Z", 12.5],
  ["2026-01-31 08:00+01:00", "1e3", "2026-01-31T07:00:00.000Z", 1000],
  [" 2026-10-25T02:30:00.250+0100 ", " -4 ", "2026-10-25T01:30:00.250Z", -4],
])("%s %s is read", (time, value, iso, number) => {
  expect(parseReadingLine([point.toUpperCase(), time, value])).toEqual({ point, time: new Date(iso), value: number });
});

test.each([
  [["x", "2026-01-31T08:00:00Z", "1"], "identifiant"],
  [[point, "2026-01-31T08:00:00", "1"], "décalage"],
  [[point, "31/01/2026 08:00", "1"], "heure ISO"],
  [[point, "2026-02-30T99:00:00Z", "1"], "heure ISO"],
  [[point, "2026-01-31T08:00:00Z", "12,5"], "point"],
  [[point, "2026-01-31T08:00:00Z", ""], "nombre"],
  [[point, "2026-01-31T08:00:00Z", "NaN"], "nombre"],
  [[point, "2026-01-31T08:00:00Z", "0x10"], "nombre"],
  [[point, "2026-01-31T08:00:00Z", "1e300"], "mesure possible"],
  [[point, "2026-01-31T08:00:00Z"], "nombre"],
  [[], "identifiant"],
])("%j is refused with its reason", (fields, reason) => {
  expect(parseReadingLine(fields)).toContain(reason);
});
