import { deviceType } from "../device-type.ts";
import { elsysMeasurements } from "../families/elsys-measurements.ts";
import { decodeElsys } from "../families/elsys-tlv.ts";

export const elsysErs = deviceType({
  id: "elsys-ers",
  vendor: "Elsys",
  models: ["ERS", "ERS Lite", "ERS CO2", "ERS CO2 Lite", "ERS Sound", "ERS VOC", "ERS Eye", "ERS Desk"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
  measurements: elsysMeasurements,
  decode: decodeElsys,
});
