import { expect, test } from "vitest";
import { detectDelimiter, detectEncoding } from "./detect-text.ts";
import { proposeMapping } from "./propose-mapping.ts";

const layout = { sheet: null, encoding: "utf-8", delimiter: ";" } as const;
const records = (text: string) =>
  text.split("\n").flatMap((line, index) => (line === "" ? [] : [{ line: index + 1, fields: line.split(";") }]));

const curve = `Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;Grandeur metier;Etape metier;Unite;Pas en minutes
30001234567890;Courbe de charge;01/09/2025;02/09/2025;Energie active;Consommation;Comptage Brut;W;

Horodate;Valeur
2025-09-01T00:10:00+02:00;1200
2025-09-01T00:20:00+02:00;1230
2025-09-01T00:30:00+02:00;1110`;

test("a load curve of Enedis is recognised, with its step, its PRM and the side that its first stamp shows", () => {
  const { preset, mapping } = proposeMapping(records(curve), layout);
  expect(preset).toBe("enedis-load-curve");
  expect(mapping).toMatchObject({
    headerLine: 4,
    time: { marks: "end", interval: { kind: "minutes", minutes: 10 } },
    values: [{ unit: "W", content: "power", target: { by: "cell", line: 2, column: 1 } }],
  });
  const older = proposeMapping(
    records(curve.replace("00:10:00", "00:00:00").replace("00:20", "00:10").replace("00:30", "00:20")),
    layout,
  );
  expect(older.mapping.time.marks).toBe("start");
});

test.each([
  ["point;time;value\nx;2026-01-01T00:00:00Z;1", "points"],
  [
    "Identifiant PRM;Type de donnees\n1;Index\nHorodate;Type de releve;EAS F1;EAS T\n2025-09-01T00:00:00+02:00;Arrêté;1;2",
    "enedis-daily-index",
  ],
  ["Point Référence Mesure (PRM) : ;30001234567890\nDate;Valeur (en kWh)\n01/01/2026;2,5", "enedis-daily-kwh"],
  [
    "Date de relevé;Volume consommé (m3);Energie consommée (kWh);Coefficient de conversion\n01/01/2026;10;112,1;11,21",
    "grdf-daily",
  ],
  ["N° PCE;Date de relevé;Energie consommée (kWh)\nGI000001;01/01/2026;112,1", "grdf-daily-many"],
])("%s is recognised as %s", (text, id) => {
  expect(proposeMapping(records(text), layout).preset).toBe(id);
});

test("the PRM or PCE that stands above a table is found wherever its publisher put it", () => {
  const grdf = ";;\n;Numéro PCE :;;99244827081124\n;Date de relevé;Energie consommée (kWh)\n;01/01/2026;112,1";
  expect(proposeMapping(records(grdf), layout).mapping.values[0]?.target).toMatchObject({
    by: "cell",
    line: 2,
    column: 4,
    holds: "delivery-point",
  });
  const moved = curve.replace("30001234567890;Courbe de charge", "Courbe de charge;30001234567890");
  expect(proposeMapping(records(moved), layout).mapping.values[0]?.target).toMatchObject({ line: 2, column: 2 });
  const nameless = grdf.replace("99244827081124", "");
  expect(proposeMapping(records(nameless), layout).mapping.values[0]?.target).toEqual({ by: "register", register: "" });
});

test.each([
  ["Wh", "interval", "W.h"],
  ["W", "power", "W"],
])("the flow R63 in %s is read as %s", (unit, content, ucum) => {
  const r63 = `Identifiant PRM;Unite;Horodate;Valeur;Nature;Pas\n30000000000001;${unit};2026-01-01T00:30:00+01:00;10;R;PT30M`;
  expect(proposeMapping(records(r63), layout).mapping.values[0]).toMatchObject({ content, unit: ucum });
});

test("a file that nobody has published is guessed from what stands in its columns", () => {
  const { preset, mapping, doubts } = proposeMapping(
    records("Relevés de la mairie\nDate;Remarque;Index (kWh)\n01/01/2026;;1 234,5\n01/02/2026;;2 345,6"),
    layout,
  );
  expect(preset).toBeNull();
  expect(mapping).toMatchObject({
    headerLine: 2,
    decimal: ",",
    time: { columns: ["Date"], format: "dd/MM/yyyy", marks: "instant", interval: { kind: "none" } },
    values: [{ column: "Index (kWh)", content: "index", unit: "kW.h" }],
  });
  expect(doubts[0]).toContain("Format inconnu");
});

test("encoding and delimiter are read from the bytes", () => {
  expect(detectEncoding(Buffer.from("Énergie", "latin1"))).toBe("windows-1252");
  expect(detectEncoding(Buffer.from("Énergie é").subarray(0, -1))).toBe("utf-8");
  expect(detectDelimiter("a;b\n1,5;2\n2,5;3")).toBe(";");
  expect(detectDelimiter("a,b\n1.5,2\n2.5,3")).toBe(",");
});
