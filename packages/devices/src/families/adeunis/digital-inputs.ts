import type { MeasurementDefinition } from "../../device-type.ts";
import { counter, occurrences, state } from "../../measurement.ts";
import type { AdeunisFrame, ReadFrame } from "./adeunis-frame.ts";

/** The two dry contacts of the Comfort range. */
export const digitalInputMeasurements: Readonly<Record<string, MeasurementDefinition>> = Object.fromEntries(
  ["input1", "input2"].flatMap((input) => [
    [input, state("contact")],
    [`${input}Previous`, state("contact")],
    [`${input}Count`, counter("pulse-count", "1", 2 ** 32)],
    [`${input}Recent`, occurrences("pulse-count", 65_535)],
  ]),
);

export const digitalInputFrames: readonly (readonly [number, ReadFrame])[] = [
  [0x51, (frame) => readDigitalInput(frame, "input1")],
  [0x52, (frame) => readDigitalInput(frame, "input2")],
];

/** State now and in the frame before, edges since the installation and since the last alarm. */
function readDigitalInput(frame: AdeunisFrame, input: string): void {
  const states = frame.reader.uint8();
  frame.addFlag(input, states, 0x01);
  frame.addFlag(`${input}Previous`, states, 0x02);
  frame.add(`${input}Count`, frame.reader.uint32BE());
  frame.add(`${input}Recent`, frame.reader.uint16BE());
}
