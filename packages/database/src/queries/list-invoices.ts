import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";
import type { DeliveryPointReferenceRow } from "./list-contracts.ts";
import type { InvoiceLine, InvoiceToStore } from "./upsert-invoices.ts";

export interface InvoiceRow extends Omit<InvoiceToStore, "deliveryPointId" | "lines"> {
  readonly id: string;
  readonly building: NamedReferenceRow;
  readonly deliveryPoint: DeliveryPointReferenceRow;
  readonly lines: InvoiceLine[];
}

export interface InvoiceFilter {
  readonly organisation?: string | undefined;
  readonly deliveryPoint?: string | undefined;
  readonly invoice?: string | undefined;
  /** The supplier's */
  readonly number?: string | undefined;
  readonly after?: { readonly issuedOn: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Invoices, the newest first. */
export async function listInvoices(db: Queryable, filter: InvoiceFilter): Promise<InvoiceRow[]> {
  const { rows } = await db.query<InvoiceRow>(
    `select i.uuid as id, jsonb_build_object('id', b.uuid, 'name', b.name) as building,
            jsonb_build_object('id', d.uuid, 'energy', d.energy, 'number', d.number) as "deliveryPoint",
            i.number, i.issued_on::text as "issuedOn", lower(i.period)::text as "from", upper(i.period)::text as "to", i.kind,
            i.energy_kwh as "energyKwh", i.native, i.currency, i.amount_excl_tax::float8 as "amountExclTax",
            i.amount_incl_tax::float8 as "amountInclTax", i.lines, i.document, i.source
       from invoice i
       join delivery_point d on d.id = i.delivery_point_id
       join building b on b.id = d.building_id
       join organisation o on o.id = i.organisation_id
      where ($1::uuid is null or o.uuid = $1) and ($2::uuid is null or d.uuid = $2) and ($3::uuid is null or i.uuid = $3)
        and ($7::text is null or i.number = $7)
        and ($4::date is null or (i.issued_on, i.uuid) < ($4, $5::uuid))
      order by i.issued_on desc, i.uuid desc limit $6`,
    [
      filter.organisation,
      filter.deliveryPoint,
      filter.invoice,
      filter.after?.issuedOn,
      filter.after?.id,
      filter.limit,
      filter.number,
    ],
  );
  return rows;
}
