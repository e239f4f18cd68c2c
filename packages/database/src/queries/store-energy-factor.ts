import type { FactorBasis, FactorKind } from "@gtb/domain/carbon/energy-factor";
import type { Connection } from "../pool.ts";

export interface FactorToStore {
  /** uuid; null: for everybody */
  readonly organisation: string | null;
  readonly kind: FactorKind;
  readonly energy: string;
  readonly endUse: string | null;
  readonly value: number;
  readonly basis: FactorBasis;
  readonly year: number;
  readonly source: string;
  /** First days of months; `to` is not included, null: until another takes its place */
  readonly from: string;
  readonly to: string | null;
}

/**
 * Makes this the factor of its months; what others of the same kind say of other months stays. Returns its uuid;
 * undefined where the organisation does not exist. Call it in a transaction.
 */
export async function storeEnergyFactor(db: Connection, factor: FactorToStore): Promise<string | undefined> {
  const { organisation, kind, energy, endUse, value, basis, year, source, from, to } = factor;
  const { rows: owners } = await db.query<{ id: number }>("select id from organisation where uuid = $1", [
    organisation,
  ]);
  const owner = owners[0]?.id ?? null;
  if (organisation !== null && owner === null) return undefined;
  // Of two at once the second sees what the first has written.
  await db.query("select pg_advisory_xact_lock(hashtext('energy factors'), $1)", [owner ?? 0]);
  const { rows: superseded } = await db.query<{ id: number }>(
    `update energy_factor set known = tstzrange(lower(known), now())
      where organisation_id is not distinct from $1 and kind = $2 and energy = $3 and end_use is not distinct from $4
        and valid && daterange($5, $6) and upper_inf(known) returning id`,
    [owner, kind, energy, endUse, from, to],
  );
  await db.query(
    `insert into energy_factor (organisation_id, kind, energy, end_use, value, basis, year, source, valid)
     select f.organisation_id, f.kind, f.energy, f.end_use, f.value, f.basis, f.year, f.source, rest
       from energy_factor f cross join unnest(datemultirange(f.valid) - datemultirange(daterange($2, $3))) as rest where f.id = any($1)`,
    [superseded.map(({ id }) => id), from, to],
  );
  const { rows } = await db.query<{ id: string }>(
    `insert into energy_factor (organisation_id, kind, energy, end_use, value, basis, year, source, valid)
     values ($1, $2, $3, $4, $5, $6, $7, $8, daterange($9, $10)) returning uuid as id`,
    [owner, kind, energy, endUse, value, basis, year, source, from, to],
  );
  return rows[0]?.id;
}
