import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";
import type { Energy } from "./list-meters.ts";

export interface DeliveryPointSummaryRow {
  readonly id: string;
  readonly organisation: NamedReferenceRow;
  readonly building: NamedReferenceRow;
  readonly energy: Energy;
  readonly number: string;
  readonly simulated: boolean;
  readonly meters: NamedReferenceRow[];
  /** Of the day asked for, as believed now */
  readonly contract: {
    readonly id: string;
    readonly supplier: string;
    readonly from: string;
    readonly to: string | null;
    readonly priceCount: number;
  } | null;
  readonly invoiceCount: number;
}

export interface DeliveryPointFilter {
  readonly now: Date;
  readonly organisation?: string | undefined;
  readonly building?: string | undefined;
  readonly deliveryPoint?: string | undefined;
  readonly without?: "contract" | undefined;
  /** By the building's name */
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Delivery points by the name of their building, each with its contract of `now`. */
export async function listDeliveryPoints(
  db: Queryable,
  filter: DeliveryPointFilter,
): Promise<DeliveryPointSummaryRow[]> {
  const { rows } = await db.query<DeliveryPointSummaryRow>(
    `select d.uuid as id, jsonb_build_object('id', o.uuid, 'name', o.name) as organisation,
            jsonb_build_object('id', b.uuid, 'name', b.name) as building, d.energy, d.number, b.simulated,
            (select coalesce(jsonb_agg(jsonb_build_object('id', m.uuid, 'name', m.name) order by m.name), '[]')
               from meter m where m.delivery_point_id = d.id) as meters,
            case when k.id is not null then jsonb_build_object('id', k.uuid, 'supplier', v.supplier, 'from', lower(v.valid),
              'to', upper(v.valid), 'priceCount', (select count(*) from contract_price p where p.version_id = v.id)) end as contract,
            (select count(*) from invoice i where i.delivery_point_id = d.id)::int as "invoiceCount"
       from delivery_point d
       join building b on b.id = d.building_id
       join organisation o on o.id = d.organisation_id
       left join contract_version v on v.delivery_point_id = d.id and upper_inf(v.known)
                                   and v.valid @> ($1::timestamptz at time zone b.time_zone)::date
       left join contract k on k.id = v.contract_id
      where ($2::uuid is null or o.uuid = $2) and ($3::uuid is null or b.uuid = $3)
        and ($4::text is null or k.id is null) and ($8::uuid is null or d.uuid = $8)
        and ($5::text is null or (b.name collate "fr-x-icu", d.uuid) > ($5, $6::uuid))
      order by b.name collate "fr-x-icu", d.uuid limit $7`,
    [
      filter.now,
      filter.organisation,
      filter.building,
      filter.without,
      filter.after?.name,
      filter.after?.id,
      filter.limit,
      filter.deliveryPoint,
    ],
  );
  return rows;
}
