/**
 * An amount as it is shown and billed: to the cent, half a cent away from zero. Amounts are double numbers until here: a
 * sum of a million days is off by less than 1e-6 of a cent, and only the last figure is rounded, so that parts add up.
 */
export function roundToCents(amount: number): number {
  const cents = Math.abs(amount) * 100;
  // 1.005 € is 100.49999999999999 cents to the machine.
  const rounded = Math.floor(cents + 0.5 + cents * Number.EPSILON * 4);
  return rounded === 0 ? 0 : (Math.sign(amount) * rounded) / 100;
}
