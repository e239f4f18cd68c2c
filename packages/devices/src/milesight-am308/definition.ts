import { deviceType } from "../device-type.ts";
import {
  ambienceChannels,
  ambienceMeasurements,
  ambienceRecords,
  particleFields,
} from "../families/milesight-ambience.ts";
import { milesightChannels } from "../families/milesight-channels.ts";

export const milesightAm308 = deviceType({
  id: "milesight-am308",
  vendor: "Milesight",
  models: ["AM308", "AM308L"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
  measurements: ambienceMeasurements,
  decode: milesightChannels({
    ...ambienceChannels,
    ...ambienceRecords(...particleFields),
  }),
});
