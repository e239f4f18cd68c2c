import { z } from "zod";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { CalendarDate, TimeZone } from "./time.ts";

export const StationKind = z
  .enum(["file", "sensor", "open_meteo"])
  .describe("file: people send its files; sensor: an outdoor sensor of the organisation; open_meteo: fetched at night");
export type StationKind = z.input<typeof StationKind>;

export const Station = z
  .object({
    id: Uuid,
    organisation: NamedReference.nullable().describe("Null: the platform's, which everybody sees"),
    code: z.string().describe("Of Météo-France: NUM_POSTE, 8 digits"),
    name: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    kind: StationKind,
    source: z.string().describe("Whose data it is and under which licence: show it with the figures"),
    timeZone: z.string().describe("Its days begin at midnight there"),
    point: NamedReference.nullable().describe("Of a sensor: the outdoor point whose temperatures it has now"),
    firstDay: CalendarDate.nullable(),
    lastDay: CalendarDate.nullable().describe("Last day with any hour; null: it has no data"),
    knownDays: z.int().describe("Days that count: of which at most 4 hours lack"),
    missingDays: z.int().describe("Days from the first to yesterday that do not count"),
    missingSince: CalendarDate.nullable().describe("Where the days that lack up to yesterday begin; null: none"),
    buildingCount: z.int().describe("Buildings that have its weather today"),
    distanceKm: z.number().nullable().describe("From the building asked for; null: no place is known of one of both"),
  })
  .meta({ id: "Station" });
export type Station = z.input<typeof Station>;

export const StationParams = z.strictObject({ stationId: Uuid });
export const StationListQuery = z.strictObject({
  organisation: Uuid.optional().describe("Its own and the platform's"),
  building: Uuid.optional().describe("The nearest first, with their distance from this building's site"),
});
export const StationList = z.object({ items: z.array(Station) });
export type StationList = z.input<typeof StationList>;

const Latitude = z.number().min(-90).max(90);
const Longitude = z.number().min(-180).max(180);

export const StationBody = z
  .strictObject({
    organisation: Uuid.nullable().default(null).describe("Null: the platform's"),
    code: z.string().trim().min(1).max(50),
    name: Name,
    latitude: Latitude.nullable().default(null),
    longitude: Longitude.nullable().default(null),
    kind: StationKind,
    source: z.string().trim().min(1).max(500),
    timeZone: TimeZone.default("Europe/Paris"),
    point: Uuid.nullable().default(null).describe("Of a sensor: an outdoor temperature point of the organisation"),
  })
  .refine(({ kind, point }) => (kind === "sensor") === (point !== null), {
    path: ["point"],
    error: "a station that is a sensor has a point, another has none",
  })
  .refine(({ kind, organisation }) => kind !== "sensor" || organisation !== null, {
    path: ["organisation"],
    error: "a sensor's station belongs to the sensor's organisation",
  })
  .refine(({ kind, latitude, longitude }) => kind !== "open_meteo" || (latitude !== null && longitude !== null), {
    path: ["latitude"],
    error: "weather is fetched for a place: latitude and longitude expected",
  });
export type StationBody = z.input<typeof StationBody>;

/** What may be mended; what is left out stays. */
export const StationChangeBody = z.strictObject({
  name: Name.optional(),
  source: z.string().trim().min(1).max(500).optional(),
  latitude: Latitude.optional(),
  longitude: Longitude.optional(),
});
export type StationChangeBody = z.input<typeof StationChangeBody>;

/** Characters of one file: a station's hours of a year, as Météo-France publishes them with all columns, are 9 million. */
export const mostFileCharacters = 30_000_000;

export const TemperatureFileBody = z.strictObject({
  name: Name,
  text: z
    .string()
    .min(1)
    .max(mostFileCharacters)
    .describe(
      "A file of Météo-France (hours or days), or `time,temperature_c` with times in ISO 8601 and their offset",
    ),
});
export type TemperatureFileBody = z.input<typeof TemperatureFileBody>;
export const TemperatureFile = z
  .object({ id: Uuid.describe("Of the job that reads it") })
  .meta({ id: "TemperatureFile" });

export const DegreeDayMethod = z
  .enum(["meteo", "costic", "hours"])
  .describe("meteo: base − (min + max) / 2; costic: the method of the energy trade; hours: the mean of the hours");
export type DegreeDayMethod = z.input<typeof DegreeDayMethod>;
export const ClimateStep = z.enum(["day", "month", "year"]);
export type ClimateStep = z.input<typeof ClimateStep>;

const Base = z.coerce.number().min(-10).max(40);
const question = {
  from: CalendarDate,
  to: CalendarDate.describe("Not included"),
  by: ClimateStep.default("day"),
  method: DegreeDayMethod.default("meteo"),
  base: Base.default(18).describe("°C below which is heated"),
  coolingBase: Base.default(24).describe("°C above which is cooled"),
  season: z
    .enum(["all", "heating"])
    .default("all")
    .describe("heating: heating degree days count from 1 October to 20 May alone"),
};

/** So many days are answered at once: ten years of days, more by month or year. */
export const mostClimateDays = 3_700;
export const mostSummedClimateDays = 18_300;

const daysOf = ({ from, to }: { readonly from: string; readonly to: string }) =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const ClimateQuery = z
  .strictObject(question)
  .refine(({ from, to }) => from < to, { error: "`to` must be later than `from`", path: ["to"] })
  .refine((query) => daysOf(query) <= (query.by === "day" ? mostClimateDays : mostSummedClimateDays), {
    error: `at most ${mostClimateDays} days by day, ${mostSummedClimateDays} by month or year`,
    path: ["to"],
  });
export type ClimateQuery = z.input<typeof ClimateQuery>;

const Celsius = z.number().nullable();

export const ClimatePeriod = z
  .object({
    start: CalendarDate,
    minC: Celsius,
    maxC: Celsius,
    meanC: Celsius.describe("Mean of the known days' means"),
    heatingKd: z.number().nullable().describe("Heating degree days, K·day, of the known days; null: none is known"),
    coolingKd: z.number().nullable().describe("Cooling degree days, K·day, likewise"),
    knownDays: z.int(),
    days: z.int().describe("Where more than `knownDays`, the sums lack the difference"),
  })
  .meta({ id: "ClimatePeriod" });
export type ClimatePeriod = z.input<typeof ClimatePeriod>;

const answer = {
  by: ClimateStep,
  method: DegreeDayMethod,
  base: z.number(),
  coolingBase: z.number(),
  season: z.enum(["all", "heating"]),
  sources: z.array(
    z.object({ kind: StationKind, given: z.boolean().describe("Days that the source gives as such"), days: z.int() }),
  ),
  periods: z.array(ClimatePeriod),
  total: ClimatePeriod,
};

export const StationClimate = z.object({ station: NamedReference, ...answer }).meta({ id: "StationClimate" });
export type StationClimate = z.input<typeof StationClimate>;

export const BuildingStation = z
  .object({
    station: NamedReference.extend({ source: z.string() }),
    from: CalendarDate.nullable().describe("Null: always"),
    to: CalendarDate.nullable().describe("Not included; null: still"),
  })
  .meta({ id: "BuildingStation" });
export type BuildingStation = z.input<typeof BuildingStation>;

export const BuildingClimate = z
  .object({
    building: NamedReference,
    stations: z.array(BuildingStation).describe("Whose weather it has, the last first; none: nothing is known"),
    ...answer,
  })
  .meta({ id: "BuildingClimate" });
export type BuildingClimate = z.input<typeof BuildingClimate>;

export const BuildingStationBody = z.strictObject({
  station: Uuid.nullable().describe("Null: none"),
  from: CalendarDate.nullable().default(null).describe("From this day on; null: always, whatever was said before"),
});
export type BuildingStationBody = z.input<typeof BuildingStationBody>;
export const BuildingStationList = z
  .object({ building: NamedReference, stations: z.array(BuildingStation) })
  .meta({ id: "BuildingStationList" });
