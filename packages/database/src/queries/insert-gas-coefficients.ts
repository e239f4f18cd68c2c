import type { Queryable } from "../pool.ts";

export interface NewGasCoefficient {
  readonly kwhPcsPerM3: number;
  readonly from: Date;
  readonly to: Date;
}

/** Adds what a m³ of gas holds at a delivery point (uuid), one row a period. Overlapping periods are an exclusion violation. */
export async function insertGasCoefficients(
  db: Queryable,
  deliveryPoint: string,
  coefficients: readonly NewGasCoefficient[],
  source: string,
): Promise<void> {
  await db.query(
    `insert into gas_coefficient (organisation_id, delivery_point_id, kwh_pcs_per_m3, source, valid)
     select d.organisation_id, d.id, c."kwhPcsPerM3", $3, tstzrange(c."from", c."to")
       from delivery_point d
       cross join jsonb_to_recordset($2) as c ("kwhPcsPerM3" float8, "from" timestamptz, "to" timestamptz)
      where d.uuid = $1`,
    [deliveryPoint, JSON.stringify(coefficients), source],
  );
}
