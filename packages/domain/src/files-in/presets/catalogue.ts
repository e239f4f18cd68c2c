import { enedisDailyConsumptionPreset, enedisDailyWhPreset } from "./enedis-daily-consumption.ts";
import { enedisDailyIndexPreset } from "./enedis-daily-index.ts";
import { enedisLoadCurvePreset } from "./enedis-load-curve.ts";
import { enedisR63Preset } from "./enedis-r63.ts";
import { grdfDailyOfManyPreset, grdfDailyPreset } from "./grdf-daily.ts";
import type { ImportPreset } from "./import-preset.ts";
import { pointsPreset } from "./points.ts";

/** Every format that is recognised, the more particular first. */
export const importPresets: readonly ImportPreset[] = [
  pointsPreset,
  enedisR63Preset,
  enedisDailyIndexPreset,
  enedisLoadCurvePreset,
  enedisDailyConsumptionPreset,
  enedisDailyWhPreset,
  grdfDailyOfManyPreset,
  grdfDailyPreset,
];
