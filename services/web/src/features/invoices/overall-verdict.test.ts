import { expect, it } from "vitest";
import { overallVerdict } from "./overall-verdict.ts";

it.each([
  ["agrees", "agrees", "agrees"],
  ["explained", "agrees", "agrees"],
  ["agrees", "differs", "toCheck"],
  ["differs", "unknown", "toCheck"],
  ["estimated", "agrees", "estimated"],
  ["estimated", "differs", "toCheck"],
  ["unknown", "agrees", "partly"],
  ["agrees", "unknown", "partly"],
  ["unknown", "unknown", "unknown"],
] as const)("a bill whose quantity %s and price %s is %s", (quantityVerdict, priceVerdict, expected) => {
  expect(overallVerdict({ quantityVerdict, priceVerdict })).toBe(expected);
});
