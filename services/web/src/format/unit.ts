/** UCUM codes whose printed form differs. */
const printed: Readonly<Record<string, string>> = {
  "1": "",
  Cel: "°C",
  "[ppm]": "ppm",
  "[ppb]": "ppb",
  "ug/m3": "µg/m³",
  "mg/m3": "mg/m³",
  m3: "m³",
  "m3/h": "m³/h",
  "kW.h": "kWh",
  "W.h": "Wh",
  "MW.h": "MWh",
  "kvar.h": "kvarh",
  "var.h": "varh",
  "kV.A.h": "kVAh",
  "V.A.h": "VAh",
  "V.A": "VA",
  "A.h": "Ah",
  "dB[SPL]": "dB",
  "dB[mW]": "dBm",
  "1/h": "/h",
  "1/min": "/min",
  deg: "°",
  uV: "µV",
  "m/s2": "m/s²",
  "[g]": "g",
  "m[g]": "mg",
};

/** A unit as people write it; `ucum` is its UCUM code. */
export function printUnit(ucum: string): string {
  return printed[ucum] ?? ucum;
}
