import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { energySignature, type SignatureDay } from "./energy-signature.ts";

/** Days from −5 to 24 °C of a building that heats under 15 °C. */
function year(noise: (day: number) => number = () => 0): SignatureDay[] {
  return Array.from({ length: 300 }, (_, day) => {
    const meanC = -5 + ((day * 7) % 300) / 10;
    return { meanC, energyKwh: 120 + 35 * Math.max(0, 15 - meanC) + noise(day) };
  });
}

describe("energy signature", () => {
  it("finds where heating begins, what a degree costs and what is used without heating", () => {
    const signature = energySignature(year());
    expect(signature?.balanceC).toBe(15);
    expect(signature?.perDegreeKwh).toBeCloseTo(35, 6);
    expect(signature?.baseKwh).toBeCloseTo(120, 6);
    expect(signature?.rSquared).toBeCloseTo(1, 9);
  });
  it("is not drawn where use does not follow the cold", () => {
    expect(energySignature(year((day) => 2000 * Math.sin(day * 12.9898)))).toBeNull();
    const cooled = year().map(({ meanC }) => ({ meanC, energyKwh: 50 + 10 * meanC }));
    expect(energySignature(cooled)).toBeNull();
  });
  it("is not drawn from a few days, nor from days that are all alike", () => {
    expect(energySignature(year().slice(0, 12))).toBeNull();
    expect(energySignature([])).toBeNull();
    expect(energySignature(year().map(({ meanC }) => ({ meanC, energyKwh: 80 })))).toBeNull();
  });
  it("scales with the unit, and does not mind the order of days", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.integer({ min: 1, max: 299 }), (scale, turn) => {
        const days = year((day) => 40 * Math.sin(day * 78.233));
        const plain = energySignature(days)!;
        const turned = [...days.slice(turn), ...days.slice(0, turn)];
        const scaled = energySignature(turned.map((day) => ({ ...day, energyKwh: day.energyKwh * scale })))!;
        expect(scaled.balanceC).toBe(plain.balanceC);
        expect(scaled.perDegreeKwh / scale).toBeCloseTo(plain.perDegreeKwh, 6);
        expect(scaled.rSquared).toBeCloseTo(plain.rSquared, 9);
      }),
    );
  });
});
