import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What truly flowed through a meter in each full UTC hour (ms since 1970), in its own unit. */
export type TrueHours = ReadonlyMap<number, number>;

/** Reads what `writeConsumptionTruth` wrote of a building, by meter key. Throws where there is nothing. */
export async function readConsumptionTruth(folder: string, building: string): Promise<Map<string, TrueHours>> {
  const meters = new Map<string, Map<number, number>>();
  const files = (await readdir(join(folder, building))).filter((name) => name.endsWith(".csv")).sort();
  for (const file of files) {
    const lines = (await readFile(join(folder, building, file), "utf8")).trimEnd().split("\n").slice(1);
    for (const line of lines) {
      const [meter = "", hour = "", native = ""] = line.split(",");
      const hours = meters.get(meter) ?? new Map<number, number>();
      hours.set(Date.parse(hour), Number(native));
      meters.set(meter, hours);
    }
  }
  return meters;
}
