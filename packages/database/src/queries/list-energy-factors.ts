import type { EnergyFactor, FactorBasis, FactorKind } from "@gtb/domain/carbon/energy-factor";
import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export interface EnergyFactorRow extends EnergyFactor {
  readonly kind: FactorKind;
  readonly basis: FactorBasis;
  /** Inner id; null: the platform's */
  readonly organisationId: number | null;
  readonly organisation: NamedReferenceRow | null;
}

export interface FactorFilter {
  /** Inner ids: their own, beside the platform's; without it all that one sees. */
  readonly organisationIds?: readonly number[] | undefined;
  /** As believed then; without it as now. */
  readonly knownAt?: Date | undefined;
}

/** Factors of the platform and of organisations, by kind, energy and time. Some tens of rows. */
export async function listEnergyFactors(
  db: Queryable,
  { organisationIds, knownAt }: FactorFilter,
): Promise<EnergyFactorRow[]> {
  const { rows } = await db.query<EnergyFactorRow>(
    `select f.uuid as id, f.organisation_id as "organisationId", f.organisation_id is not null as own,
            case when o.id is not null then jsonb_build_object('id', o.uuid, 'name', o.name) end as organisation,
            f.kind, f.energy, f.end_use as "endUse", f.value, f.basis, f.year, f.source,
            lower(f.valid)::text as "from", upper(f.valid)::text as "to"
       from energy_factor f left join organisation o on o.id = f.organisation_id
      where f.known @> coalesce($2, 'infinity'::timestamptz)
        and ($1::bigint[] is null or f.organisation_id is null or f.organisation_id = any($1))
      order by f.kind, f.energy, f.end_use nulls first, o.name collate "fr-x-icu" nulls first, lower(f.valid), f.id`,
    [organisationIds, knownAt],
  );
  return rows;
}
