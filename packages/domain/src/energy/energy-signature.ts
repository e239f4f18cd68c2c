/** A whole local day of a building. */
export interface SignatureDay {
  /** Mean outdoor temperature, °C */
  readonly meanC: number;
  readonly energyKwh: number;
}

/**
 * Daily use against outdoor temperature, as a line that bends once:
 * `energyKwh = baseKwh + perDegreeKwh · max(0, balanceC − meanC)`.
 */
export interface EnergySignature {
  /** Outdoor temperature under which use begins to grow, °C */
  readonly balanceC: number;
  /** Use of a day that needs no heating, kWh */
  readonly baseKwh: number;
  /** What one degree colder adds to a day, kWh */
  readonly perDegreeKwh: number;
  /** Share of the days' variance that the line explains, 0 to 1 */
  readonly rSquared: number;
  readonly dayCount: number;
}

export interface SignatureLimits {
  /** Days that are colder than the balance point: fewer say nothing of the slope */
  readonly leastColdDays: number;
  /** Under this a line would claim more than the days show */
  readonly leastRSquared: number;
}

export const signatureLimits: SignatureLimits = { leastColdDays: 20, leastRSquared: 0.6 };

const balancePoints = Array.from({ length: 23 }, (_, step) => 8 + step / 2);

/**
 * The line that explains most, by ordinary least squares over balance points of 8 to 19 °C in steps of half a degree (the
 * heating half of the daily method of CalTRACK 2.0, in °C); null where none deserves to be drawn: too few cold days, use
 * that does not grow with cold, or days too scattered.
 */
export function energySignature(days: readonly SignatureDay[], limits = signatureLimits): EnergySignature | null {
  let best: EnergySignature | null = null;
  for (const balanceC of balancePoints) {
    const fitted = fitAt(days, balanceC, limits.leastColdDays);
    if (fitted !== null && fitted.rSquared > (best?.rSquared ?? limits.leastRSquared)) best = fitted;
  }
  return best;
}

function fitAt(days: readonly SignatureDay[], balanceC: number, leastColdDays: number): EnergySignature | null {
  const cold = days.map(({ meanC }) => Math.max(0, balanceC - meanC));
  if (cold.filter((degrees) => degrees > 0).length < leastColdDays) return null;
  const coldMean = meanOf(cold);
  const kwhMean = meanOf(days.map(({ energyKwh }) => energyKwh));
  let coldSquares = 0;
  let kwhSquares = 0;
  let products = 0;
  days.forEach(({ energyKwh }, index) => {
    const coldOff = (cold[index] ?? 0) - coldMean;
    coldSquares += coldOff ** 2;
    kwhSquares += (energyKwh - kwhMean) ** 2;
    products += coldOff * (energyKwh - kwhMean);
  });
  if (coldSquares === 0 || kwhSquares === 0) return null;
  const perDegreeKwh = products / coldSquares;
  const baseKwh = kwhMean - perDegreeKwh * coldMean;
  if (perDegreeKwh <= 0) return null;
  const rSquared = products ** 2 / (coldSquares * kwhSquares);
  return { balanceC, baseKwh, perDegreeKwh, rSquared, dayCount: days.length };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
