import type { RegisterParameter } from "./register.ts";

/**
 * Counts between two readings of an index, `hours` apart. A negative step is a rollover where the flow it would mean is
 * plausible (one count is always: a counter may tick at any moment); else the register was reset or exchanged, a new
 * one begins, and what passed meanwhile is unknown: undefined.
 */
export function registerStep(
  earlier: number,
  later: number,
  hours: number,
  parameter: RegisterParameter | undefined,
): number | undefined {
  const step = later - earlier;
  if (step >= 0) return step;
  if (parameter === undefined || parameter.wrapsAt === null) return undefined;
  const wrapped = step + parameter.wrapsAt;
  const perCount = parameter.unitPerCount * parameter.ctRatio;
  const isPlausible = wrapped >= 0 && (wrapped - 1) * perCount <= parameter.maxPerHour * hours;
  return isPlausible ? wrapped : undefined;
}
