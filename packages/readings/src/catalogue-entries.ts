import type { CatalogueEntry } from "@gtb/database/queries/sync-device-types";
import { catalogue } from "@gtb/devices/catalogue";

/** The catalogue as the database mirrors it. */
export function catalogueEntries(): CatalogueEntry[] {
  return catalogue.map(({ id, vendor, models, codecVersion, lorawan }) => ({
    id,
    vendor,
    models,
    codecVersion,
    reportEveryMinutes: lorawan.reportEveryMinutes,
  }));
}
