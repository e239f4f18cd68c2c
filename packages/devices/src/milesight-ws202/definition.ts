import { deviceType } from "../device-type.ts";
import { milesightChannels } from "../families/milesight-channels.ts";
import { batteryLevel, state } from "../measurement.ts";

export const milesightWs202 = deviceType({
  id: "milesight-ws202",
  vendor: "Milesight",
  models: ["WS202"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 1080 },
  measurements: {
    battery: batteryLevel(),
    pir: state("motion"),
    /** 0 dark, 1 light: above or below the configured limit. */
    daylight: state("illuminance"),
  },
  decode: milesightChannels({ "0175": "battery", "0300": "pir", "0400": "daylight" }),
});
