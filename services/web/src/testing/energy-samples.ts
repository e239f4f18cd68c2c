import { addDays } from "../time/calendar-date.ts";
import { localHourOf } from "../time/local-time.ts";
import { louviers, school } from "./samples.ts";

const uuid = (digits: number) => `00000000-0000-4000-8000-${String(digits).padStart(12, "0")}`;
const timeZone = "Europe/Paris";

const meter = {
  building: school.id,
  parent: null,
  serialNumber: null,
  registers: [],
  endUse: null,
  counted: true,
};
const gasMeter = { ...meter, id: uuid(101), name: "Compteur de gaz", energy: "gas" };
const mainMeter = { ...meter, id: uuid(102), name: "Général", energy: "electricity" };
const kitchenMeter = { ...meter, id: uuid(103), name: "Cuisine", energy: "electricity", parent: mainMeter.id };

/** A school with gas and electricity, in the form of the wire. */
export const schoolDetail = {
  ...school,
  organisation: louviers,
  site: { id: school.id, name: "Centre" },
  use: "school",
  heatingEnergy: "gas",
  timeZone,
  floorAreaM2: 1250,
  simulated: false,
  zones: [],
  points: [],
  meters: [gasMeter, mainMeter, kitchenMeter],
  deviceCount: 3,
};

/** The answer of the consumption route over a period, in the form of the wire; `kwhOf` says a bucket's kWh, null: missing. */
export function consumptionOver(query: URLSearchParams, kwhOf: (localStart: string) => number | null) {
  const from = new Date(query.get("from") ?? "");
  const to = new Date(query.get("to") ?? "");
  const by = query.get("by") === "hour" ? "hour" : "day";
  const localStarts: string[] = [];
  for (let ms = from.getTime(); ms < to.getTime(); ms += 3_600_000) {
    const local = localHourOf(new Date(ms), timeZone);
    if (by === "hour" || local.endsWith("T00")) localStarts.push(`${local}:00:00+01:00`);
  }
  const kwh = localStarts.map(kwhOf);
  const whole = kwh.map((value) => (value === null ? 0 : 1));
  return {
    building: school.id,
    meter: null,
    timeZone,
    by,
    from: from.toISOString(),
    to: to.toISOString(),
    starts: localStarts.map((start) => new Date(start).toISOString()),
    localStarts,
    series: (["electricity", "gas"] as const).map((energy) => ({
      energy,
      nativeUnit: "kW.h",
      energyKwh: kwh,
      native: kwh,
      measuredShare: whole,
      estimatedShare: kwh.map(() => 0),
      missingShare: whole.map((share) => 1 - share),
    })),
  };
}

/** Weather over days [from, to), in the form of the wire. */
export function weatherOver(query: URLSearchParams, meanCOf: (day: number) => number) {
  const end = query.get("to") ?? "";
  const periods: object[] = [];
  const common = { minC: 0, maxC: 20, heatingKd: 8, coolingKd: 0, knownDays: 1, days: 1 };
  for (let date = query.get("from") ?? "", day = 0; date < end; date = addDays(date, 1), day += 1)
    periods.push({ start: date, meanC: meanCOf(day), ...common });
  return {
    building: school,
    stations: [{ station: { id: uuid(201), name: "Évreux", source: "Météo-France" }, from: null, to: null }],
    by: "day",
    method: "meteo",
    base: 18,
    coolingBase: 24,
    season: "all",
    sources: [],
    periods,
    total: { start: query.get("from"), meanC: 11, ...common },
  };
}
