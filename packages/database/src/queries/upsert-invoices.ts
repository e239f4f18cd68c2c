import type { Queryable } from "../pool.ts";

export type InvoiceKind = "actual" | "estimated" | "credit";

/** A line as billed; null: the bill does not say. */
export interface InvoiceLine {
  readonly label: string;
  readonly tariffClass: string | null;
  readonly energyKwh: number | null;
  readonly amountExclTax: number | null;
}

export interface InvoiceToStore {
  /** Inner id */
  readonly deliveryPointId: number;
  /** The supplier's; names the invoice at its delivery point. */
  readonly number: string;
  /** `YYYY-MM-DD`, as all days here */
  readonly issuedOn: string;
  /** First local day that it bills; null: it bills no consumption. */
  readonly from: string | null;
  /** The day after the last that it bills. */
  readonly to: string | null;
  /** actual: of indexes that were read; estimated: the supplier's guess; credit: takes an earlier one back */
  readonly kind: InvoiceKind;
  /** Gas in kWh PCS */
  readonly energyKwh: number | null;
  /** In m³ where the meter counts volume */
  readonly native: number | null;
  /** ISO 4217 */
  readonly currency: string;
  readonly amountExclTax: number | null;
  readonly amountInclTax: number | null;
  readonly lines: readonly InvoiceLine[];
  /** Where the paper is: an address or a file's name */
  readonly document: string | null;
  readonly source: "typed" | "import" | "simulated";
}

export interface StoredInvoices {
  readonly added: number;
  readonly changed: number;
  /** Were there already, to the letter. */
  readonly unchanged: number;
}

/**
 * Stores invoices; one whose number is known at its delivery point is replaced, so that the same file may come twice.
 * Two of one number in `invoices` are an error of the caller's (21000); a delivery point that is not there is left out of
 * the counts.
 */
export async function upsertInvoices(db: Queryable, invoices: readonly InvoiceToStore[]): Promise<StoredInvoices> {
  const { rows } = await db.query<StoredInvoices>(
    `with given as (
       select d.organisation_id, g.*, case when g."from" is not null then daterange(g."from", g."to") end as period
         from jsonb_to_recordset($1) as g (
           "deliveryPointId" bigint, number text, "issuedOn" date, "from" date, "to" date, kind text, "energyKwh" float8,
           native float8, currency text, "amountExclTax" numeric(14, 2), "amountInclTax" numeric(14, 2), lines jsonb, document text, source text)
         join delivery_point d on d.id = g."deliveryPointId"
     ), stored as (
       insert into invoice as i (organisation_id, delivery_point_id, number, issued_on, period, kind, energy_kwh, native, currency,
                                 amount_excl_tax, amount_incl_tax, lines, document, source)
       select organisation_id, "deliveryPointId", number, "issuedOn", period, kind, "energyKwh", native, currency,
              "amountExclTax", "amountInclTax", lines, document, source from given
       on conflict (delivery_point_id, number) do update
          set issued_on = excluded.issued_on, period = excluded.period, kind = excluded.kind, energy_kwh = excluded.energy_kwh,
              native = excluded.native, currency = excluded.currency, amount_excl_tax = excluded.amount_excl_tax,
              amount_incl_tax = excluded.amount_incl_tax, lines = excluded.lines, document = excluded.document, source = excluded.source
        where (i.issued_on, i.period, i.kind, i.energy_kwh, i.native, i.currency, i.amount_excl_tax, i.amount_incl_tax, i.lines, i.document)
              is distinct from (excluded.issued_on, excluded.period, excluded.kind, excluded.energy_kwh, excluded.native, excluded.currency,
                                excluded.amount_excl_tax, excluded.amount_incl_tax, excluded.lines, excluded.document)
       returning (xmax = 0) as fresh
     )
     select count(*) filter (where fresh)::int as added, count(*) filter (where not fresh)::int as changed,
            ((select count(*) from given) - count(*))::int as unchanged from stored`,
    [JSON.stringify(invoices)],
  );
  return rows[0] ?? { added: 0, changed: 0, unchanged: 0 };
}
