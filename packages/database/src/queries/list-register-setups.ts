import type { GasCoefficient } from "@gtb/domain/energy/kwh-per-unit";
import type { RegisterEvent, RegisterKind, RegisterParameter } from "@gtb/domain/energy/register";
import type { Queryable } from "../pool.ts";
import type { Energy } from "./list-meters.ts";

export interface RegisterSetupRow {
  readonly registerId: number;
  readonly kind: RegisterKind;
  readonly unit: string;
  readonly energy: Energy;
  readonly parameters: RegisterParameter[];
  readonly gasCoefficients: GasCoefficient[];
  readonly events: RegisterEvent[];
}

interface StoredPeriod {
  readonly fromMs: number | null;
  readonly toMs: number | null;
}
type Stored<T> = Omit<T, "fromMs" | "toMs"> & StoredPeriod;
type StoredSetup = Omit<RegisterSetupRow, "parameters" | "gasCoefficients"> & {
  readonly parameters: Stored<RegisterParameter>[];
  readonly gasCoefficients: Stored<GasCoefficient>[];
};

// JSON has no infinity: an open end is null.
const period = `'fromMs', extract(epoch from nullif(lower(x.valid), '-infinity')) * 1000,
                'toMs', extract(epoch from nullif(upper(x.valid), 'infinity')) * 1000`;

/** How registers' readings are to be understood, as known now, each list in order of time. */
export async function listRegisterSetups(db: Queryable, registerIds: readonly number[]): Promise<RegisterSetupRow[]> {
  const { rows } = await db.query<StoredSetup>(
    `select r.id as "registerId", r.kind, r.unit, m.energy,
            (select coalesce(jsonb_agg(jsonb_build_object(${period}, 'unitPerCount', x.unit_per_count, 'ctRatio', x.ct_ratio,
                             'wrapsAt', x.wraps_at, 'maxPerHour', x.max_per_hour) order by lower(x.valid) nulls first), '[]')
               from register_parameter x where x.register_id = r.id and upper_inf(x.known)) as parameters,
            (select coalesce(jsonb_agg(jsonb_build_object(${period}, 'kwhPcsPerM3', x.kwh_pcs_per_m3)
                             order by lower(x.valid) nulls first), '[]')
               from gas_coefficient x where x.delivery_point_id = m.delivery_point_id and upper_inf(x.known)) as "gasCoefficients",
            (select coalesce(jsonb_agg(jsonb_build_object('atMs', (extract(epoch from x.at) * 1000)::float8, 'kind', x.kind,
                             'lastValue', x.last_value, 'firstValue', x.first_value) order by x.at), '[]')
               from register_event x where x.register_id = r.id and upper_inf(x.known)) as events
       from register r join meter m on m.id = r.meter_id
      where r.id = any($1)`,
    [registerIds],
  );
  return rows.map((row) => ({
    ...row,
    parameters: row.parameters.map(withOpenEnds),
    gasCoefficients: row.gasCoefficients.map(withOpenEnds),
  }));
}

function withOpenEnds<T extends StoredPeriod>(row: T): T & { fromMs: number; toMs: number } {
  return { ...row, fromMs: row.fromMs ?? Number.NEGATIVE_INFINITY, toMs: row.toMs ?? Number.POSITIVE_INFINITY };
}
