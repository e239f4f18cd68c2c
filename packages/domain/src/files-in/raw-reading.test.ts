import { expect, test } from "vitest";
import { findRegister, type ImportRegister } from "./find-register.ts";
import type { ImportContent, ImportUnit } from "./import-mapping.ts";
import { rawReading } from "./raw-reading.ts";

const register: ImportRegister = {
  registerId: 1,
  id: "0b1c2d3e-4f50-4172-8394-a5b6c7d8e9f0",
  building: "École",
  meterId: "7d1f0f3e-0000-4000-8000-000000000001",
  meter: "Linky",
  name: "Courbe",
  serialNumber: "0123 456",
  deliveryPoint: "01234567890123",
  direction: "import",
  tariffClass: "base",
  kind: "interval",
  unit: "kW.h",
  points: [{ pointId: 7, fromMs: 0, toMs: null }],
  parameters: [{ unitPerCount: 0.5, ctRatio: 2, fromMs: null, toMs: 1_000 * 3_600_000 }],
};
const hourMs = 3_600_000;
const read = (unit: ImportUnit, value: number, content: ImportContent = "interval", of = register) =>
  rawReading(
    {
      line: 1,
      column: "v",
      target: { holds: "register", name: of.id, tariffClass: null },
      rule: { column: "v", content, unit, target: { by: "register", register: of.id } },
      startMs: 0,
      timeMs: hourMs / 2,
      value,
      estimated: false,
    },
    of,
  );

test("energies, mean powers and raw counts become the register's raw counts", () => {
  expect(read("W.h", 1500)).toEqual({ pointId: 7, value: 1.5, native: 1.5 });
  expect(read("W", 3000, "power")).toEqual({ pointId: 7, value: 1.5, native: 1.5 });
  const weighted = { ...register, parameters: [{ unitPerCount: 0.25, ctRatio: 2, fromMs: null, toMs: null }] };
  expect(read("kW.h", 3, "interval", weighted)).toEqual({ pointId: 7, value: 6, native: 3 });
  expect(read("none", 6, "interval", weighted)).toEqual({ pointId: 7, value: 6, native: 3 });
});

test("what does not fit is told in French", () => {
  expect(read("m3", 1)).toBe("l'unité m3 ne convient pas à ce registre, qui compte en kWh");
  expect(read("kW.h", 1, "interval", { ...register, points: [] })).toContain("pas de point de mesure");
  expect(read("kW.h", 1, "interval", { ...register, parameters: [] })).toContain("poids d'impulsion");
});

test("a register is found by its PRM, also without the zero that a spreadsheet dropped, and by its serial number", () => {
  const name = { name: "1234567890123", tariffClass: null };
  expect(findRegister([register], { holds: "delivery-point", ...name }, "power")).toBe(register);
  expect(findRegister([register], { holds: "serial-number", name: "0123456", tariffClass: null }, "interval")).toBe(
    register,
  );
  expect(findRegister([register], { holds: "delivery-point", ...name }, "index")).toContain(
    "aucun registre qui compte un index",
  );
  expect(findRegister([register], { holds: "delivery-point", name: "9", tariffClass: null }, "index")).toContain(
    "aucun point de livraison",
  );
});

test("of several registers that fit nobody guesses one; the tariff class tells", () => {
  const two = [register, { ...register, id: "x", name: "HC", tariffClass: "HC" }];
  const prm = { holds: "delivery-point", name: "01234567890123" } as const;
  expect(findRegister(two, { ...prm, tariffClass: null }, "interval")).toContain("plusieurs registres");
  expect(findRegister(two, { ...prm, tariffClass: "HC" }, "interval")).toBe(two[1]);
});
