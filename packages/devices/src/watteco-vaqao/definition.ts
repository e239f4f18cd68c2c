import { deviceType } from "../device-type.ts";
import {
  binaryInput,
  concentration,
  humidity,
  illuminance,
  nodePower,
  occupancy,
  pressure,
  temperature,
} from "../families/watteco/clusters.ts";
import { extremes, powerSources } from "../families/watteco/measurements.ts";
import { wattecoFrames } from "../families/watteco/watteco-frames.ts";
import { airTemperature, atmosphericPressure, carbonDioxide, gauge, relativeHumidity, state } from "../measurement.ts";

export const wattecoVaqao = deviceType({
  id: "watteco-vaqao",
  vendor: "Watteco",
  models: ["Vaqa'O", "Vaqa'O+"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 10 },
  measurements: {
    ...extremes("temperature", airTemperature({ min: -40, max: 85 })),
    ...extremes("humidity", relativeHumidity()),
    ...extremes("pressure", atmosphericPressure()),
    co2: carbonDioxide(10_000),
    /** From 0, the best air, to 500. */
    airQualityIndex: gauge("air-quality-index", "1", { min: 0, max: 500 }),
    illuminance: gauge("illuminance", "lx", { min: 0, max: 65_535 }),
    occupancy: state("presence"),
    caseOpen: state("alarm"),
    ...powerSources,
  },
  decode: wattecoFrames({
    attributes: [
      ...temperature("temperature"),
      ...humidity("humidity"),
      ...pressure("pressure"),
      concentration(["airQualityIndex", "co2"]),
      illuminance("illuminance"),
      occupancy("occupancy"),
      binaryInput("caseOpen"),
      nodePower(),
    ],
    batch: {
      tagBits: 3,
      measures: [
        { tag: 0, name: "occupancy", type: "uint8", resolution: 1, divisor: 1 },
        { tag: 1, name: "temperature", type: "int16", resolution: 10, divisor: 100 },
        { tag: 2, name: "humidity", type: "uint16", resolution: 100, divisor: 100 },
        { tag: 3, name: "co2", type: "uint16", resolution: 10, divisor: 1 },
        { tag: 4, name: "airQualityIndex", type: "uint16", resolution: 10, divisor: 1 },
        { tag: 5, name: "illuminance", type: "uint16", resolution: 10, divisor: 1 },
        { tag: 6, name: "pressure", type: "uint16", resolution: 10, divisor: 10 },
      ],
    },
  }),
});
