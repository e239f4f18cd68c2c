import type { RegisterQuality } from "../../api/data-quality.ts";

/** What a person can do about a register; `none`: nothing needs to be done. */
export type Advice = "confirmBreak" | "giveParameters" | "checkSensor" | "findReadings" | "readMoreOften" | "none";

const dayMs = 86_400_000;
/** Shares below this come from edges of the period. */
const notable = 0.02;

/** The one thing to do first: what is wrong before what is missing, what still goes on before what is over. */
export function adviceFor(register: RegisterQuality, now: Date): Advice {
  const { breaks, reasons, missingSince, lastReadingAt, missingShare, estimatedShare } = register;
  if (breaks > 0) return "confirmBreak";
  if (reasons.includes("noParameter")) return "giveParameters";
  const silent = lastReadingAt === null || now.getTime() - lastReadingAt.getTime() > dayMs;
  if (silent && missingSince !== null) return "checkSensor";
  if (missingShare > notable) return "findReadings";
  return estimatedShare > notable && reasons.includes("longGap") ? "readMoreOften" : "none";
}

/** How many registers each advice is for, the most urgent first. */
export function countAdvice(items: readonly RegisterQuality[], now: Date): [Exclude<Advice, "none">, number][] {
  const order = ["confirmBreak", "giveParameters", "checkSensor", "findReadings", "readMoreOften"] as const;
  const given = items.map((item) => adviceFor(item, now));
  return order.flatMap((advice) => {
    const count = given.filter((one) => one === advice).length;
    return count === 0 ? [] : [[advice, count] as [Exclude<Advice, "none">, number]];
  });
}
