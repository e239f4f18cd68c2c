import { deviceType } from "../device-type.ts";
import {
  binaryInput,
  binaryInputCount,
  humidity,
  nodePower,
  pressure,
  temperature,
} from "../families/watteco/clusters.ts";
import { extremes, powerSources } from "../families/watteco/measurements.ts";
import { wattecoFrames } from "../families/watteco/watteco-frames.ts";
import { airTemperature, atmosphericPressure, counter, relativeHumidity, state } from "../measurement.ts";

export const wattecoAtmo = deviceType({
  id: "watteco-atmo",
  vendor: "Watteco",
  models: ["Atm'O"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 10 },
  measurements: {
    ...extremes("temperature", airTemperature({ min: -40, max: 85 })),
    ...extremes("humidity", relativeHumidity()),
    ...extremes("pressure", atmosphericPressure()),
    input1: state("contact"),
    input2: state("contact"),
    count1: counter("pulse-count", "1", 2 ** 32),
    count2: counter("pulse-count", "1", 2 ** 32),
    ...powerSources,
  },
  decode: wattecoFrames({
    attributes: [
      ...temperature("temperature"),
      ...humidity("humidity"),
      ...pressure("pressure"),
      binaryInput(["input1", "input2"]),
      binaryInputCount(["count1", "count2"]),
      nodePower(),
    ],
    batch: {
      tagBits: 3,
      measures: [
        { tag: 0, name: "temperature", type: "int16", resolution: 1, divisor: 100 },
        { tag: 1, name: "humidity", type: "uint16", resolution: 1, divisor: 100 },
        { tag: 2, name: "pressure", type: "int16", resolution: 1, divisor: 1 },
        { tag: 3, name: "count1", type: "uint32", resolution: 1, divisor: 1 },
        { tag: 4, name: "count2", type: "uint32", resolution: 1, divisor: 1 },
        { tag: 5, name: "batteryVoltage", type: "uint16", resolution: 1, divisor: 1000 },
      ],
    },
  }),
});
