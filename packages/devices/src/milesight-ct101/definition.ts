import { deviceType } from "../device-type.ts";
import { milesightChannels } from "../families/milesight-channels.ts";
import { airTemperature, batteryLevel, counter, gauge, state } from "../measurement.ts";
import { readCurrent, readCurrentAlarm, readTemperature, readTemperatureAlarm } from "./decode.ts";

/** Registers of 32 bits in hundredths. */
const wrapsAt = 2 ** 32 / 100;
/** The CT105's clamp is the largest, 500 A; the frame itself ends at 655 A. */
const clampCurrent = { min: 0, max: 655 };

export const milesightCt101 = deviceType({
  id: "milesight-ct101",
  vendor: "Milesight",
  models: ["CT101", "CT103", "CT105"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
  measurements: {
    battery: batteryLevel(),
    totalCurrent: counter("electric-charge", "A.h", wrapsAt),
    /** Computed by the device (firmware 2) from the voltage and power factor that it was told. */
    energy: counter("active-energy", "kW.h", wrapsAt),
    current: gauge("electric-current", "A", clampCurrent),
    currentMax: gauge("electric-current", "A", clampCurrent),
    currentMin: gauge("electric-current", "A", clampCurrent),
    temperature: airTemperature({ min: -60, max: 200 }),
    currentThresholdAlarm: state("alarm"),
    currentThresholdAlarmRelease: state("alarm"),
    currentOverRangeAlarm: state("alarm"),
    currentOverRangeAlarmRelease: state("alarm"),
    temperatureAlarm: state("alarm"),
    lowVoltageAlarm: state("alarm"),
  },
  decode: milesightChannels({
    "0175": "battery",
    "0397": "totalCurrent",
    "0498": readCurrent,
    "0967": readTemperature,
    "1063": "energy",
    "1375": "lowVoltageAlarm",
    "8498": readCurrentAlarm,
    "8967": readTemperatureAlarm,
  }),
});
