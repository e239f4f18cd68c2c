import { deviceType } from "../device-type.ts";
import { milesightChannels, storedRecord, uint8 } from "../families/milesight-channels.ts";
import { airTemperature, batteryLevel, relativeHumidity } from "../measurement.ts";

export const milesightEm300Th = deviceType({
  id: "milesight-em300-th",
  vendor: "Milesight",
  models: ["EM300-TH"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
  measurements: {
    temperature: airTemperature({ min: -30, max: 70 }),
    humidity: relativeHumidity(),
    battery: batteryLevel(),
  },
  decode: milesightChannels({
    "0175": "battery",
    "0367": "temperature",
    "0468": "humidity",
    "20ce": storedRecord(
      ["temperature", (reader) => reader.int16LE() / 10],
      ["humidity", (reader) => reader.uint8() / 2],
      [undefined, uint8],
    ),
  }),
});
