import { deviceType } from "../device-type.ts";
import { statusMeasurements } from "../families/adeunis/adeunis-frames.ts";
import { digitalInputMeasurements } from "../families/adeunis/digital-inputs.ts";
import { airTemperature, relativeHumidity, state } from "../measurement.ts";
import { decodeComfort } from "./decode.ts";

export const adeunisComfort = deviceType({
  id: "adeunis-comfort",
  vendor: "Adeunis",
  models: ["Comfort", "Comfort 2"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 60 },
  measurements: {
    temperature: airTemperature({ min: -30, max: 70 }),
    humidity: relativeHumidity(),
    temperatureAlarm: state("alarm"),
    humidityAlarm: state("alarm"),
    ...digitalInputMeasurements,
    configurationInconsistent: state("alarm"),
    ...statusMeasurements,
  },
  decode: decodeComfort,
});
