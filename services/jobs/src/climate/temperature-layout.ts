/** Where the columns of a file of temperatures stand, by its header. */
export type TemperatureLayout =
  | { readonly kind: "free"; readonly time: number; readonly temperature: number }
  | {
      readonly kind: "hours";
      readonly station: number;
      readonly stationName: number;
      readonly time: number;
      readonly temperature: number;
      readonly quality: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: "days";
      readonly station: number;
      readonly stationName: number;
      readonly day: number;
      readonly min: number;
      readonly minQuality: number;
      readonly max: number;
      readonly maxQuality: number;
      readonly mean: number;
    };

/**
 * Tells a file by its header: Météo-France's "données climatologiques de base", hours (AAAAMMJJHH) or days (AAAAMMJJ), as
 * meteo.data.gouv.fr publishes them; or `time,temperature_c`. Undefined: none of them. A column that is not there is at -1.
 */
export function findLayout(header: readonly string[]): TemperatureLayout | undefined {
  const names = header.map((name) => name.trim().toUpperCase());
  const at = (name: string) => names.indexOf(name);
  const has = (...wanted: string[]) => wanted.every((name) => at(name) >= 0);
  const station = { station: at("NUM_POSTE"), stationName: at("NOM_USUEL") };
  if (has("NUM_POSTE", "AAAAMMJJHH", "T"))
    return {
      ...{ kind: "hours", ...station, time: at("AAAAMMJJHH") },
      ...{ temperature: at("T"), quality: at("QT"), min: at("TN"), max: at("TX") },
    };
  if (has("NUM_POSTE", "AAAAMMJJ", "TN", "TX"))
    return {
      ...{ kind: "days", ...station, day: at("AAAAMMJJ"), mean: at("TM") },
      ...{ min: at("TN"), minQuality: at("QTN"), max: at("TX"), maxQuality: at("QTX") },
    };
  if (has("TIME", "TEMPERATURE_C")) return { kind: "free", time: at("TIME"), temperature: at("TEMPERATURE_C") };
  return undefined;
}
