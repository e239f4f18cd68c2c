import type { AdeunisFrame, ReadFrame } from "../families/adeunis/adeunis-frame.ts";
import { adeunisFrames } from "../families/adeunis/adeunis-frames.ts";
import { warnOfAssumedPeriod } from "../families/adeunis/history.ts";
import { readDailyLog } from "./daily-log.ts";

/** Hourly logging, as the manuals show it; out of the box the device logs once a day, and its frames hold one value. */
const loggedEverySeconds = 3600;

const frames = new Map<number, ReadFrame>([
  [0x30, readKeepAlive],
  [0x46, readCounters],
  [0x47, readFlowAlarm],
  [0x48, readDailyLog],
  [0x5a, (frame) => readLoggedCounter(frame, "counterA")],
  [0x5b, (frame) => readLoggedCounter(frame, "counterB")],
]);

/** Pulse, Pulse 3 and Pulse 4: their frames differ by code and by length. */
export const decodePulse = adeunisFrames({ frames });

/** Alarms of both channels, and the largest and smallest flow of the last 24 hours in pulses an hour. */
function readKeepAlive(frame: AdeunisFrame): void {
  const alarms = frame.reader.uint8();
  frame.addFlag("flowAlarmA", alarms, 0x01);
  frame.addFlag("flowAlarmB", alarms, 0x02);
  frame.addFlag("tamperAlarmA", alarms, 0x04);
  frame.addFlag("tamperAlarmB", alarms, 0x08);
  frame.addFlag("leakAlarmA", alarms, 0x10);
  frame.addFlag("leakAlarmB", alarms, 0x20);
  frame.add("dailyFlowMaxA", frame.reader.uint16BE());
  frame.add("dailyFlowMaxB", frame.reader.uint16BE());
  frame.add("dailyFlowMinA", frame.reader.uint16BE());
  frame.add("dailyFlowMinB", frame.reader.uint16BE());
}

function readCounters(frame: AdeunisFrame): void {
  frame.add("counterA", frame.reader.uint32BE());
  frame.add("counterB", frame.reader.uint32BE());
}

function readFlowAlarm(frame: AdeunisFrame): void {
  frame.add("flowA", frame.reader.uint16BE());
  frame.add("flowB", frame.reader.uint16BE());
  frame.warn("flow alarm");
}

/** The counter now, then the pulses between each logged value and the one before it, newest first. */
function readLoggedCounter(frame: AdeunisFrame, name: string): void {
  let value = frame.reader.uint32BE();
  let age = 0;
  frame.add(name, value);
  while (frame.remaining > 0) {
    value = (value - frame.reader.uint16BE()) >>> 0;
    age += 1;
    frame.add(name, value, age * loggedEverySeconds);
  }
  warnOfAssumedPeriod(frame, age + 1, loggedEverySeconds);
  // of the later Pulses only, which alone send this frame
  frame.addStatus("configurationInconsistent", (frame.status >> 3) & 1);
}
