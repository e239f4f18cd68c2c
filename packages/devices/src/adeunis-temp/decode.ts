import type { AdeunisFrame, ReadFrame } from "../families/adeunis/adeunis-frame.ts";
import { adeunisFrames } from "../families/adeunis/adeunis-frames.ts";
import { readHistory } from "../families/adeunis/history.ts";

/** Factory setting of Temp 3 and Temp 4: one sample an hour, each logged. */
const loggedEverySeconds = 3600;
/** What a probe that is cut or absent is read as. Kept in the results: it is out of range, so never a reading. */
const noTemperature = -32768;

const frames = new Map<number, ReadFrame>([
  [0x30, readKeepAlive],
  [0x43, readProbes],
  [0x57, readTemperatures],
  [0x58, readAlarms],
]);

/** Temp, Temp 3 and Temp 4: their frames differ by code, except for the keep-alive. */
export const decodeTemp = adeunisFrames({ frames });

/** The first Temp's keep-alive has 8 bytes; of the later ones, only one probe and a time stamp have as many. */
function readKeepAlive(frame: AdeunisFrame): void {
  const isStampedSingleProbe = (frame.status & 0x14) === 0x04;
  if (frame.length === 8 && !isStampedSingleProbe) {
    readProbes(frame);
    return;
  }
  readTemperaturesOnce(frame, 0);
  addInconsistency(frame);
}

/** First Temp: each probe's identifier and state, then its temperature. Firmware before 1.3.8 gives no state. */
function readProbes(frame: AdeunisFrame): void {
  const probe1 = frame.reader.uint8();
  const raw1 = frame.reader.int16BE();
  const probe2 = frame.reader.uint8();
  const raw2 = frame.reader.int16BE();
  const givesStates = (probe2 & 0x0f) !== 2;
  if (givesStates) {
    frame.addFlag("probe1Active", probe1, 0x01);
    frame.addFlag("probe2Active", probe2, 0x01);
  }
  // A probe that is switched off sends 0, which would pass for a temperature.
  if (!givesStates || probe1 & 0x01) addTemperature(frame, 1, raw1, 0);
  if (!givesStates || probe2 & 0x01) addTemperature(frame, 2, raw2, 0);
  frame.addStatus("probe1Alarm", (frame.status >> 3) & 1);
  frame.addStatus("probe2Alarm", (frame.status >> 4) & 1);
}

function readTemperatures(frame: AdeunisFrame): void {
  readHistory(frame, loggedEverySeconds, (age) => readTemperaturesOnce(frame, age));
  addInconsistency(frame);
}

function readTemperaturesOnce(frame: AdeunisFrame, age: number): void {
  addTemperature(frame, 1, frame.reader.int16BE(), age);
  if (hasTwoProbes(frame)) addTemperature(frame, 2, frame.reader.int16BE(), age);
}

/** 0: within its thresholds, 1: above the high one, 2: below the low one. */
function readAlarms(frame: AdeunisFrame): void {
  for (let probe = 1; probe <= (hasTwoProbes(frame) ? 2 : 1); probe++) {
    const alarm = frame.reader.uint8();
    frame.add(`temperatureAlarm${probe}`, alarm <= 2 ? alarm : 0);
    addTemperature(frame, probe, frame.reader.int16BE(), 0);
  }
  frame.warn("temperature alarm frame");
  addInconsistency(frame);
}

function addTemperature(frame: AdeunisFrame, probe: number, raw: number, age: number): void {
  if (raw === noTemperature) frame.warn(`probe ${probe} gives no temperature`);
  frame.add(`temperature${probe}`, raw / 10, age);
}

function addInconsistency(frame: AdeunisFrame): void {
  frame.addStatus("configurationInconsistent", (frame.status >> 3) & 1);
}

function hasTwoProbes(frame: AdeunisFrame): boolean {
  return (frame.status & 0x10) !== 0;
}
