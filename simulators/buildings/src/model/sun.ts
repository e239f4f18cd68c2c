import { uniform } from "./noise.ts";

const dayMs = 86_400_000;
const latitude = (49.1 * Math.PI) / 180;
const longitudeDegrees = 1.2;

/** Solar irradiance on the ground in W/m² in the Eure, through a cloud cover drawn for each day. */
export function irradianceWPerM2(timeMs: number, seed: number): number {
  const days = timeMs / dayMs;
  const day = Math.floor(days);
  const declination = -0.4093 * Math.cos((2 * Math.PI * ((day % 365.25) + 10)) / 365.25);
  const hourAngle = 2 * Math.PI * (days - day - 0.5 + longitudeDegrees / 360);
  const height =
    Math.sin(latitude) * Math.sin(declination) + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  if (height <= 0) return 0;
  return 950 * height * (0.2 + 0.8 * uniform(seed, day, 7));
}
