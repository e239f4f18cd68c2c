import { deviceType } from "../device-type.ts";
import { elsysMeasurements } from "../families/elsys-measurements.ts";
import { decodeElsys } from "../families/elsys-tlv.ts";

export const elsysElt = deviceType({
  id: "elsys-elt",
  vendor: "Elsys",
  models: ["ELT-1", "ELT-2", "ELT Lite", "ELT Ultrasonic"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
  measurements: elsysMeasurements,
  decode: decodeElsys,
});
