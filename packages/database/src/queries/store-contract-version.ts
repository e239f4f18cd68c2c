import type { Price } from "@gtb/domain/money/contract-terms";
import type { TariffSchedule } from "@gtb/domain/money/tariff-schedule";
import type { Queryable } from "../pool.ts";

export interface PriceToStore extends Omit<Price, "from"> {
  /** Null: since the contract began */
  readonly from: string | null;
}

/** What a contract says; days `YYYY-MM-DD`, `to` not included. */
export interface ContractToStore {
  readonly supplier: string;
  readonly reference: string | null;
  readonly preset: string | null;
  readonly currency: string;
  readonly subscribedPowerKva: number | null;
  readonly schedule: TariffSchedule | null;
  readonly from: string;
  readonly to: string | null;
  readonly prices: readonly PriceToStore[];
}

/**
 * Makes this what a contract (uuid) says from now on; what it said before stays as what was known before. Call it in a
 * transaction. A day that another contract of the delivery point holds on is an exclusion violation.
 */
export async function storeContractVersion(db: Queryable, contract: string, said: ContractToStore): Promise<void> {
  await db.query(
    `update contract_version v set known = tstzrange(lower(v.known), now())
      where v.contract_id = (select id from contract where uuid = $1) and upper_inf(v.known)`,
    [contract],
  );
  await db.query(
    `with version as (
       insert into contract_version (organisation_id, contract_id, delivery_point_id, supplier, reference, preset, currency,
                                     subscribed_power_kva, schedule, valid)
       select k.organisation_id, k.id, k.delivery_point_id, $2, $3, $4, $5, $6, $7, daterange($8, $9) from contract k where k.uuid = $1
       returning id, organisation_id
     )
     insert into contract_price (organisation_id, version_id, label, kind, tariff_class, amount, is_tax, vat_percent, valid)
     select v.organisation_id, v.id, p.label, p.kind, p."tariffClass", p.amount, p."isTax", p."vatPercent", daterange(p."from", p."to")
       from version v
       cross join jsonb_to_recordset($10) as p (label text, kind text, "tariffClass" text, amount numeric, "isTax" boolean,
                                                "vatPercent" numeric, "from" date, "to" date)`,
    [
      contract,
      said.supplier,
      said.reference,
      said.preset,
      said.currency,
      said.subscribedPowerKva,
      said.schedule,
      said.from,
      said.to,
      JSON.stringify(said.prices),
    ],
  );
}
