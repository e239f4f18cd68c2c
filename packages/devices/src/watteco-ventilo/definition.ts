import { deviceType } from "../device-type.ts";
import {
  binaryInput,
  binaryInputCount,
  differentialPressure,
  nodePower,
  temperature,
} from "../families/watteco/clusters.ts";
import { extremes, powerSources } from "../families/watteco/measurements.ts";
import { wattecoFrames } from "../families/watteco/watteco-frames.ts";
import { airTemperature, counter, gauge, state } from "../measurement.ts";

const ductPressure = gauge("differential-pressure", "Pa", { min: -10_000, max: 10_000 });

export const wattecoVentilo = deviceType({
  id: "watteco-ventilo",
  vendor: "Watteco",
  models: ["Ventil'O"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 10 },
  measurements: {
    differentialPressure: ductPressure,
    differentialPressureMean: ductPressure,
    differentialPressureMin: ductPressure,
    differentialPressureMax: ductPressure,
    ...extremes("temperature", airTemperature({ min: -40, max: 85 })),
    input: state("contact"),
    inputCount: counter("pulse-count", "1", 2 ** 32),
    ...powerSources,
  },
  decode: wattecoFrames({
    attributes: [
      ...differentialPressure("differentialPressure"),
      ...temperature("temperature"),
      binaryInput("input"),
      binaryInputCount("inputCount"),
      nodePower(),
    ],
    batch: {
      tagBits: 3,
      measures: [
        { tag: 0, name: "differentialPressureMean", type: "int16", resolution: 1, divisor: 1 },
        { tag: 1, name: "differentialPressureMin", type: "int16", resolution: 1, divisor: 1 },
        { tag: 2, name: "differentialPressureMax", type: "int16", resolution: 1, divisor: 1 },
        { tag: 3, name: "batteryVoltage", type: "uint16", resolution: 1, divisor: 1000 },
        { tag: 4, name: "temperature", type: "int16", resolution: 10, divisor: 100 },
        { tag: 5, name: "differentialPressure", type: "int16", resolution: 1, divisor: 1 },
        { tag: 6, name: "inputCount", type: "uint32", resolution: 1, divisor: 1 },
        { tag: 7, name: "input", type: "bool", resolution: 1, divisor: 1 },
      ],
    },
  }),
});
