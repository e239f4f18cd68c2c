import type { AdeunisFrame, ReadFrame } from "../families/adeunis/adeunis-frame.ts";
import { adeunisFrames } from "../families/adeunis/adeunis-frames.ts";
import { digitalInputFrames } from "../families/adeunis/digital-inputs.ts";
import { readHistory } from "../families/adeunis/history.ts";

/** Factory setting: one sample every ten minutes, six a frame. */
const loggedEverySeconds = 600;

const frames = new Map<number, ReadFrame>([
  [0x30, readDailySummary],
  [0x6a, (frame) => readHistory(frame, loggedEverySeconds, (age) => readAmbience(frame, age))],
  [0x6b, readAlarms],
  ...digitalInputFrames,
]);

export const decodeComfortCo2 = adeunisFrames({ frames, statusFlags: { configurationInconsistent: 0x08 } });

function readAmbience(frame: AdeunisFrame, age: number): void {
  frame.add("temperature", frame.reader.int16BE() / 10, age);
  frame.add("humidity", frame.reader.uint8(), age);
  frame.add("co2", frame.reader.uint16BE(), age);
}

function readAlarms(frame: AdeunisFrame): void {
  const alarms = frame.reader.uint8();
  frame.addFlag("temperatureAlarm", alarms, 0x10);
  frame.addFlag("humidityAlarm", alarms, 0x01);
  frame.addFlag("co2Alarm", alarms, 0x20);
  readAmbience(frame, 0);
  frame.warn("alarm frame");
}

/** The last day's extremes and, on networks with room for them, its means. */
function readDailySummary(frame: AdeunisFrame): void {
  const { reader } = frame;
  frame.add("airQualityIcon", reader.uint8());
  frame.add("redAirQualityDuration", reader.uint8() * 10);
  frame.add("dailyTemperatureMax", reader.int16BE() / 10);
  frame.add("dailyCo2Max", reader.uint16BE());
  frame.add("dailyHumidityMax", reader.uint8());
  frame.add("dailyTemperatureMin", reader.int16BE() / 10);
  if (frame.remaining <= 0) return;
  frame.add("dailyCo2Min", reader.uint16BE());
  frame.add("dailyHumidityMin", reader.uint8());
  frame.add("dailyTemperatureMean", reader.int16BE() / 10);
  frame.add("dailyCo2Mean", reader.uint16BE());
  frame.add("dailyHumidityMean", reader.uint8());
}
