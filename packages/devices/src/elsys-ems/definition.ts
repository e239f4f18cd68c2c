import { deviceType } from "../device-type.ts";
import { elsysMeasurements } from "../families/elsys-measurements.ts";
import { decodeElsys } from "../families/elsys-tlv.ts";

export const elsysEms = deviceType({
  id: "elsys-ems",
  vendor: "Elsys",
  models: ["EMS", "EMS Lite", "EMS Door", "EMS Desk"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
  measurements: elsysMeasurements,
  decode: decodeElsys,
});
