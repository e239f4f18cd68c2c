import { deviceType } from "../device-type.ts";
import { milesightChannels, storedRecord, uint8, uint16 } from "../families/milesight-channels.ts";
import { batteryLevel, state } from "../measurement.ts";

export const milesightEm300Mld = deviceType({
  id: "milesight-em300-mld",
  vendor: "Milesight",
  models: ["EM300-MLD"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 1440 },
  measurements: {
    battery: batteryLevel(),
    leak: state("water-leak"),
  },
  decode: milesightChannels({
    "0175": "battery",
    "0500": "leak",
    // the record has the layout of the models with a temperature sensor, whose fields mean nothing here
    "20ce": storedRecord([undefined, uint16], [undefined, uint8], ["leak", uint8]),
  }),
});
