import { deviceType } from "../device-type.ts";
import { ambienceChannels, ambienceMeasurements, ambienceRecords } from "../families/milesight-ambience.ts";
import { emit, milesightChannels } from "../families/milesight-channels.ts";
import { gauge } from "../measurement.ts";

/**
 * The bytes do not tell the hardware generations apart, whose published codecs disagree on TVOC: the first gives the
 * register as it is, the second a hundredth of it (an index). Both are given; the point takes the device's own.
 */
export const milesightAm307 = deviceType({
  id: "milesight-am307",
  vendor: "Milesight",
  models: ["AM307", "AM307L"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 10 },
  measurements: {
    ...ambienceMeasurements,
    tvocRegister: gauge("air-quality-index", "1", { min: 0, max: 65_535 }),
  },
  decode: milesightChannels(
    {
      ...ambienceChannels,
      ...ambienceRecords(),
      "087d": (frame) => {
        const register = frame.reader.uint16LE();
        emit(frame, "tvocIndex", register / 100);
        emit(frame, "tvocRegister", register);
      },
    },
    { settingWidths: { 57: 5 } },
  ),
});
