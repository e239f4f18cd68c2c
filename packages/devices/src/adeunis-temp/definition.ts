import { deviceType } from "../device-type.ts";
import { statusMeasurements } from "../families/adeunis/adeunis-frames.ts";
import { airTemperature, state } from "../measurement.ts";
import { decodeTemp } from "./decode.ts";

/** Of the remote probe, which reaches further than the ambient one. */
const probeTemperature = airTemperature({ min: -55, max: 155 });

export const adeunisTemp = deviceType({
  id: "adeunis-temp",
  vendor: "Adeunis",
  models: ["Temp", "Temp 3", "Temp 4"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 60 },
  measurements: {
    temperature1: probeTemperature,
    temperature2: probeTemperature,
    temperatureAlarm1: state("alarm", 2),
    temperatureAlarm2: state("alarm", 2),
    probe1Active: state("device-state"),
    probe2Active: state("device-state"),
    probe1Alarm: state("alarm"),
    probe2Alarm: state("alarm"),
    configurationInconsistent: state("alarm"),
    ...statusMeasurements,
  },
  decode: decodeTemp,
});
