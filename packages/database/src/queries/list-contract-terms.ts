import type { ContractTerms, Price } from "@gtb/domain/money/contract-terms";
import type { Queryable } from "../pool.ts";

export interface ContractTermsRow extends ContractTerms {
  readonly deliveryPointId: number;
  /** uuid of the contract */
  readonly id: string;
  readonly prices: readonly Price[];
}

/**
 * The contracts of delivery points (inner ids) in order of time, as they are believed now or were at `knownAt`. Of one
 * delivery point no two hold on the same day.
 */
export async function listContractTerms(
  db: Queryable,
  deliveryPointIds: readonly number[],
  knownAt?: Date,
): Promise<ContractTermsRow[]> {
  const { rows } = await db.query<ContractTermsRow>(
    `select v.delivery_point_id as "deliveryPointId", k.uuid as id, v.currency, v.subscribed_power_kva as "subscribedPowerKva",
            v.schedule, lower(v.valid)::text as "from", upper(v.valid)::text as "to",
            coalesce((select jsonb_agg(jsonb_build_object(
                        'label', p.label, 'kind', p.kind, 'tariffClass', p.tariff_class, 'amount', p.amount, 'isTax', p.is_tax,
                        'vatPercent', p.vat_percent, 'from', coalesce(lower(p.valid), lower(v.valid)), 'to', upper(p.valid)) order by p.id)
                        from contract_price p where p.version_id = v.id), '[]') as prices
       from contract_version v join contract k on k.id = v.contract_id
      where v.delivery_point_id = any($1) and v.known @> coalesce($2, 'infinity'::timestamptz)
      order by v.delivery_point_id, lower(v.valid)`,
    [deliveryPointIds, knownAt],
  );
  return rows;
}
