import { emit, type MilesightFrame } from "../families/milesight-channels.ts";

const readFailed = 0xffff;
const overRange = 0xfffd;

/** Hundredths of an ampere; FFFF says that the clamp could not be read. */
export function readCurrent(frame: MilesightFrame): void {
  emitCurrent(frame, "current");
}

/** Tenths of a degree; FFFF says that the probe could not be read, FFFD that it is over its range. */
export function readTemperature(frame: MilesightFrame): void {
  const tenths = frame.reader.int16LE();
  const register = tenths & 0xffff;
  if (register === readFailed) frame.warnings.push("the temperature could not be read");
  else if (register === overRange) frame.warnings.push("the temperature is over the probe's range");
  else emit(frame, "temperature", tenths / 10);
}

/** Extremes since the last report, the current now, and which limits were crossed or are left again. */
export function readCurrentAlarm(frame: MilesightFrame): void {
  emitCurrent(frame, "currentMax");
  emitCurrent(frame, "currentMin");
  emitCurrent(frame, "current");
  const alarms = frame.reader.uint8();
  emit(frame, "currentThresholdAlarm", alarms & 1);
  emit(frame, "currentThresholdAlarmRelease", (alarms >> 1) & 1);
  emit(frame, "currentOverRangeAlarm", (alarms >> 2) & 1);
  emit(frame, "currentOverRangeAlarmRelease", (alarms >> 3) & 1);
  if ((alarms & 0b0101) !== 0) frame.warnings.push("current alarm");
}

/** The temperature that crossed a limit (1) or is back within (0). */
export function readTemperatureAlarm(frame: MilesightFrame): void {
  readTemperature(frame);
  const alarm = frame.reader.uint8();
  emit(frame, "temperatureAlarm", alarm);
  if (alarm === 1) frame.warnings.push("temperature alarm");
}

function emitCurrent(frame: MilesightFrame, name: string): void {
  const hundredths = frame.reader.uint16LE();
  if (hundredths === readFailed) frame.warnings.push(`${name} could not be read`);
  else emit(frame, name, hundredths / 100);
}
