import type { AdeunisFrame, ReadFrame } from "../families/adeunis/adeunis-frame.ts";
import { adeunisFrames } from "../families/adeunis/adeunis-frames.ts";
import { digitalInputFrames } from "../families/adeunis/digital-inputs.ts";
import { readHistory } from "../families/adeunis/history.ts";

/** One sample every ten minutes, as in the manual's examples. */
const loggedEverySeconds = 600;

const frames = new Map<number, ReadFrame>([
  [0x30, () => {}],
  [0x4c, (frame) => readHistory(frame, loggedEverySeconds, (age) => readAmbience(frame, age))],
  [0x4d, readAlarms],
  ...digitalInputFrames,
]);

export const decodeComfort = adeunisFrames({ frames, statusFlags: { configurationInconsistent: 0x08 } });

function readAmbience(frame: AdeunisFrame, age: number): void {
  frame.add("temperature", frame.reader.int16BE() / 10, age);
  frame.add("humidity", frame.reader.uint8(), age);
}

function readAlarms(frame: AdeunisFrame): void {
  const alarms = frame.reader.uint8();
  frame.addFlag("temperatureAlarm", alarms, 0xf0);
  frame.addFlag("humidityAlarm", alarms, 0x01);
  readAmbience(frame, 0);
  frame.warn("alarm frame");
}
