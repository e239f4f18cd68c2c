import { catalogue } from "@gtb/devices/catalogue";
import { allQuantities, unitsOf } from "@gtb/domain/units/quantity";
import fc from "fast-check";
import { arbitraryOf, type SchemaArbitraries } from "./arbitrary-of-schema.ts";
import type { DocumentedRoute, Schema } from "./openapi-routes.ts";

/** What requests are made of. */
export interface Pools {
  /** By kind: `building`, `deliveryPoint`, … */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly devEuis: readonly string[];
  readonly cursors: readonly string[];
  /** Texts to search for, and to write. */
  readonly texts: readonly string[];
  readonly emails: readonly string[];
}

export interface Request {
  readonly method: DocumentedRoute["method"];
  readonly url: string;
  readonly body?: unknown;
}

const devices = ["milesight-em300-th", ...catalogue.slice(0, 2).map(({ id }) => id)];
const units = [...new Set(allQuantities.slice(0, 40).flatMap((quantity) => [...unitsOf(quantity)]))];
/** What must be more than its schema says for a request to reach the database. */
const telling: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  name: fc.noBias(fc.nat()).map((n) => `nom ${n}`),
  deviceType: fc.constantFrom(...devices),
  measurement: fc.constantFrom("temperature", "humidity"),
  timeZone: fc.constantFrom("Europe/Paris", "Indian/Reunion"),
  quantity: fc.constantFrom("temperature", "active-energy"),
  unit: fc.constantFrom("Cel", "kW.h", ...units.slice(0, 1)),
  from: fc.constantFrom("2026-11-20T00:00:00Z", "2026-11-23T00:00:00Z"),
  to: fc.constantFrom("2026-11-24T00:00:00Z", "2026-11-24T12:00:00Z"),
  limit: fc.constantFrom(1, 2, 50, 100),
  next: fc.constantFrom("/", "/buildings"),
};

/** Periods that hold what the organisations have: as instants above, as days and months here. */
const days = { from: fc.constantFrom("2026-11-01", "2026-11-22"), to: fc.constantFrom("2026-11-24", "2026-12-01") };
const months = { from: fc.constantFrom("2026-01", "2026-11"), to: fc.constantFrom("2026-11", "2026-12") };

/** Requests of a route out of these pools. Throws where a path's parameter has a name that tells no kind. */
export function requestsOf(
  route: DocumentedRoute,
  pools: Pools,
  schemas: SchemaArbitraries["schemas"],
): fc.Arbitrary<Request> {
  const special = (name: string, schema: Schema) => specialValues(name, schema, pools);
  const context = { schemas, special };
  const path = fc.tuple(
    ...route.pathParameters.map(({ name, schema }) => {
      if (schema.format === "uuid") refuseUnknownKind(route, name, pools);
      return arbitraryOf(schema, name, context).map((value) => [name, String(value)] as const);
    }),
  );
  const query = fc.record(
    Object.fromEntries(route.queryParameters.map(({ name, schema }) => [name, arbitraryOf(schema, name, context)])),
    { requiredKeys: route.queryParameters.filter(({ required }) => required).map(({ name }) => name) },
  );
  const body = route.body === undefined ? fc.constant(undefined) : arbitraryOf(route.body, "", context);
  return fc.tuple(path, query, body).map(([parameters, search, payload]) => ({
    method: route.method,
    url: urlOf(route.path, parameters, search),
    ...(payload !== undefined && { body: payload }),
  }));
}

/** What the kind of a parameter is called in the pools: `buildingId` is an id of `building`. */
function refuseUnknownKind({ name: route }: DocumentedRoute, parameter: string, { ids }: Pools): void {
  if (ids.has(parameter.replace(/Id$/, ""))) return;
  throw new Error(
    `${route}: nothing is known of the parameter {${parameter}}. Name it <kind>Id, where the kind is one of ` +
      `${[...ids.keys()].join(", ")}; things of a new kind are found by their table's name (building → {buildingId}), ` +
      "once @gtb/database/testing/full-organisation puts some into it.",
  );
}

function specialValues(name: string, schema: Schema, pools: Pools): fc.Arbitrary<unknown> | undefined {
  if (schema.format === "uuid") return idsOfKind(name, pools);
  if (name === "devEui" && schema.anyOf === undefined) return fc.constantFrom(...pools.devEuis);
  if (name === "cursor") return fc.option(fc.constantFrom(...pools.cursors), { nil: undefined, freq: 1 });
  if (name === "expression") return formulasOf(pools);
  if (name === "search") return fc.constantFrom(...pools.texts);
  if (name === "email") return fc.constantFrom(...pools.emails);
  // Workbooks are made of the same cells, and hold when they were packed; English instants have their offset.
  if (schema.enum !== undefined && name === "format") return fc.constant("csv");
  if (schema.enum !== undefined && name === "lang") return fc.constant("en");
  if (name === "from" || name === "to") {
    if (schema.format === "date") return days[name];
    if (schema.pattern?.includes("0[1-9]|1[0-2])$")) return months[name];
  }
  if (schema.enum !== undefined || schema.anyOf !== undefined) return undefined;
  return (schema.minLength ?? 0) > 1 ? undefined : telling[name];
}

/** A formula is made of formulas: the schema alone would never end. */
function formulasOf(pools: Pools): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(
    fc.record({ register: idsOfKind("register", pools) }),
    fc.record({ meter: idsOfKind("meter", pools) }),
  );
  return fc.oneof(
    leaf,
    fc.record({ op: fc.constant("sum"), of: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
    fc.record({ op: fc.constant("difference"), from: leaf, minus: fc.tuple(leaf) }),
    fc.record({ op: fc.constant("share"), of: leaf, part: fc.constant(250), whole: fc.constant(1000) }),
  );
}

function idsOfKind(name: string, { ids }: Pools): fc.Arbitrary<string> {
  const all = [...ids.values()].flat();
  const ofKind = ids.get(name.replace(/Id$/, "")) ?? [];
  return ofKind.length === 0
    ? fc.constantFrom(...all)
    : fc.oneof({ arbitrary: fc.constantFrom(...ofKind), weight: 5 }, { arbitrary: fc.constantFrom(...all), weight: 1 });
}

function urlOf(
  path: string,
  parameters: readonly (readonly [string, string])[],
  query: Record<string, unknown>,
): string {
  const filled = parameters.reduce((url, [name, value]) => url.replace(`{${name}}`, encodeURIComponent(value)), path);
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)])));
  return given.length === 0 ? filled : `${filled}?${search}`;
}
