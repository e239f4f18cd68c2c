import { deviceType } from "../device-type.ts";
import {
  ambienceChannels,
  ambienceMeasurements,
  ambienceRecords,
  formaldehydeField,
  particleChannels,
  particleFields,
  particleMeasurements,
} from "../families/milesight-ambience.ts";
import { milesightChannels, scaled } from "../families/milesight-channels.ts";
import { gauge } from "../measurement.ts";

/**
 * The variant with the ozone sensor sends it live on a channel of its own. In its stored records, ozone takes the
 * place of formaldehyde and the bytes cannot tell: a record's last field is read as formaldehyde.
 */
export const milesightAm319 = deviceType({
  id: "milesight-am319",
  vendor: "Milesight",
  models: ["AM319", "AM319L", "AM319 HCHO", "AM319 O3"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
  measurements: {
    ...ambienceMeasurements,
    ...particleMeasurements,
    formaldehyde: gauge("formaldehyde-concentration", "mg/m3", { min: 0, max: 10 }),
    ozone: gauge("ozone-concentration", "[ppm]", { min: 0, max: 10 }),
  },
  decode: milesightChannels({
    ...ambienceChannels,
    ...particleChannels,
    "0a7d": scaled("formaldehyde", 100),
    "0d7d": scaled("ozone", 100),
    ...ambienceRecords(...particleFields, formaldehydeField),
  }),
});
