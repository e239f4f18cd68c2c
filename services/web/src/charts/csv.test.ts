import { describe, expect, it } from "vitest";
import { toCsv } from "./csv.ts";

describe("figures as a file", () => {
  const figures = {
    columns: ["Jour", "Gaz (kWh)", "État"],
    rows: [
      { key: "1", title: "lundi 23", cells: [12.5, "Mesuré"] },
      { key: "2", title: "mardi; 24", cells: [null, '=cmd()"'] },
    ],
  };
  it("opens in a French spreadsheet, and leaves unknown cells empty", () => {
    expect(toCsv(figures, "fr-FR")).toBe('Jour;Gaz (kWh);État\r\nlundi 23;12,5;Mesuré\r\n"mardi; 24";;"\'=cmd()"""');
  });
  it("opens in an English one", () => {
    expect(toCsv(figures, "en-GB").split("\r\n")[1]).toBe("lundi 23,12.5,Mesuré");
  });
});
