import { deviceType } from "../device-type.ts";
import {
  ambienceChannels,
  ambienceMeasurements,
  ambienceRecords,
  formaldehydeField,
  particleFields,
} from "../families/milesight-ambience.ts";
import { milesightChannels } from "../families/milesight-channels.ts";

/**
 * The variant with the ozone sensor sends it live on a channel of its own. In its stored records, ozone takes the
 * place of formaldehyde and the bytes cannot tell: a record's last field is read as formaldehyde.
 */
export const milesightAm319 = deviceType({
  id: "milesight-am319",
  vendor: "Milesight",
  models: ["AM319", "AM319L", "AM319 HCHO", "AM319 O3"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
  measurements: ambienceMeasurements,
  decode: milesightChannels({
    ...ambienceChannels,
    ...ambienceRecords(...particleFields, formaldehydeField),
  }),
});
