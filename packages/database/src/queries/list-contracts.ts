import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";
import type { Energy } from "./list-meters.ts";
import type { ContractToStore } from "./store-contract-version.ts";

export interface DeliveryPointReferenceRow {
  readonly id: string;
  readonly energy: Energy;
  readonly number: string;
}

export interface ContractRow extends ContractToStore {
  readonly id: string;
  readonly organisation: NamedReferenceRow;
  readonly building: NamedReferenceRow;
  readonly deliveryPoint: DeliveryPointReferenceRow;
  readonly prices: ContractToStore["prices"][number][];
  readonly versionCount: number;
  readonly simulated: boolean;
}

export interface ContractFilter {
  readonly organisation?: string | undefined;
  readonly deliveryPoint?: string | undefined;
  readonly contract?: string | undefined;
  /** By the building's name */
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Contracts as they are believed now, by the name of their building. Withdrawn ones are left out. */
export async function listContracts(db: Queryable, filter: ContractFilter): Promise<ContractRow[]> {
  const { rows } = await db.query<ContractRow>(
    `select k.uuid as id, jsonb_build_object('id', o.uuid, 'name', o.name) as organisation,
            jsonb_build_object('id', b.uuid, 'name', b.name) as building,
            jsonb_build_object('id', d.uuid, 'energy', d.energy, 'number', d.number) as "deliveryPoint",
            v.supplier, v.reference, v.preset, v.currency, v.subscribed_power_kva as "subscribedPowerKva", v.schedule,
            lower(v.valid)::text as "from", upper(v.valid)::text as "to",
            (select coalesce(jsonb_agg(jsonb_build_object(
                      'label', p.label, 'kind', p.kind, 'tariffClass', p.tariff_class, 'amount', p.amount, 'isTax', p.is_tax,
                      'vatPercent', p.vat_percent, 'from', lower(p.valid), 'to', upper(p.valid)) order by p.id), '[]')
               from contract_price p where p.version_id = v.id) as prices,
            (select count(*) from contract_version w where w.contract_id = k.id)::int as "versionCount", b.simulated
       from contract k
       join contract_version v on v.contract_id = k.id and upper_inf(v.known)
       join delivery_point d on d.id = k.delivery_point_id
       join building b on b.id = d.building_id
       join organisation o on o.id = k.organisation_id
      where ($1::uuid is null or o.uuid = $1) and ($2::uuid is null or d.uuid = $2) and ($3::uuid is null or k.uuid = $3)
        and ($4::text is null or (b.name collate "fr-x-icu", k.uuid) > ($4, $5::uuid))
      order by b.name collate "fr-x-icu", k.uuid limit $6`,
    [filter.organisation, filter.deliveryPoint, filter.contract, filter.after?.name, filter.after?.id, filter.limit],
  );
  return rows;
}
