import { deviceType } from "../device-type.ts";
import { binaryInput, binaryInputCount, humidity, nodePower, temperature } from "../families/watteco/clusters.ts";
import { extremes, powerSources } from "../families/watteco/measurements.ts";
import { wattecoFrames } from "../families/watteco/watteco-frames.ts";
import { airTemperature, counter, relativeHumidity, state } from "../measurement.ts";

export const wattecoClimo = deviceType({
  id: "watteco-climo",
  vendor: "Watteco",
  models: ["Clim'O"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 10 },
  measurements: {
    ...extremes("temperature", airTemperature({ min: -40, max: 85 })),
    ...extremes("humidity", relativeHumidity()),
    caseOpen: state("alarm"),
    caseOpeningCount: counter("event-count", "1", 2 ** 32),
    ...powerSources,
  },
  decode: wattecoFrames({
    attributes: [
      ...temperature("temperature"),
      ...humidity("humidity"),
      binaryInput("caseOpen"),
      binaryInputCount("caseOpeningCount"),
      nodePower(),
    ],
    batch: {
      tagBits: 2,
      measures: [
        { tag: 0, name: "temperature", type: "int16", resolution: 10, divisor: 100 },
        { tag: 1, name: "humidity", type: "uint16", resolution: 100, divisor: 100 },
        { tag: 2, name: "batteryVoltage", type: "uint16", resolution: 1, divisor: 1000 },
        { tag: 3, name: "caseOpen", type: "bool", resolution: 1, divisor: 1 },
      ],
    },
  }),
});
