import { deviceType } from "../device-type.ts";
import { analogInput, nodePower } from "../families/watteco/clusters.ts";
import { powerSources } from "../families/watteco/measurements.ts";
import { wattecoFrames } from "../families/watteco/watteco-frames.ts";
import { gauge } from "../measurement.ts";

export const wattecoIntenso = deviceType({
  id: "watteco-intenso",
  vendor: "Watteco",
  models: ["Intens'O"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 10 },
  measurements: {
    current: gauge("electric-current", "A", { min: 0, max: 3000 }),
    ...powerSources,
  },
  decode: wattecoFrames({
    attributes: [analogInput("current"), nodePower()],
    batch: {
      tagBits: 2,
      measures: [
        { tag: 0, name: "current", type: "float32", resolution: 0.1, divisor: 1 },
        { tag: 1, name: "batteryVoltage", type: "uint16", resolution: 100, divisor: 1000 },
      ],
    },
  }),
});
