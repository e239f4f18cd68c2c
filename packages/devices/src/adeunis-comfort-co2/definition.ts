import { deviceType } from "../device-type.ts";
import { statusMeasurements } from "../families/adeunis/adeunis-frames.ts";
import { digitalInputMeasurements } from "../families/adeunis/digital-inputs.ts";
import { airTemperature, carbonDioxide, gauge, relativeHumidity, state } from "../measurement.ts";
import { decodeComfortCo2 } from "./decode.ts";

const temperature = airTemperature({ min: -30, max: 70 });
const humidity = relativeHumidity();
const co2 = carbonDioxide(10_000);

export const adeunisComfortCo2 = deviceType({
  id: "adeunis-comfort-co2",
  vendor: "Adeunis",
  models: ["Comfort CO2"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 60 },
  measurements: {
    temperature,
    humidity,
    co2,
    temperatureAlarm: state("alarm"),
    humidityAlarm: state("alarm"),
    co2Alarm: state("alarm"),
    airQualityIcon: state("air-quality-index", 255),
    redAirQualityDuration: gauge("duration", "min", { min: 0, max: 1440 }),
    dailyTemperatureMax: temperature,
    dailyTemperatureMin: temperature,
    dailyTemperatureMean: temperature,
    dailyCo2Max: co2,
    dailyCo2Min: co2,
    dailyCo2Mean: co2,
    dailyHumidityMax: humidity,
    dailyHumidityMin: humidity,
    dailyHumidityMean: humidity,
    ...digitalInputMeasurements,
    configurationInconsistent: state("alarm"),
    ...statusMeasurements,
  },
  decode: decodeComfortCo2,
});
