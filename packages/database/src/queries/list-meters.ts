import type { EndUse } from "@gtb/domain/carbon/energy-factor";
import type { Queryable } from "../pool.ts";

export type Energy = "electricity" | "gas" | "heat" | "fuel_oil" | "wood" | "water";

export interface RegisterRow {
  readonly id: string;
  /** uuid */
  readonly meter: string;
  readonly name: string;
  readonly quantity: "active-energy" | "thermal-energy" | "volume";
  readonly direction: "import" | "export";
  readonly tariffClass: string;
  readonly kind: "index" | "interval" | "power" | "virtual";
  readonly unit: string;
  readonly counted: boolean;
  /** uuid of the point that it reads at the time asked for */
  readonly point: string | null;
}

export interface MeterRow {
  readonly id: string;
  /** uuid */
  readonly building: string;
  /** uuid */
  readonly parent: string | null;
  readonly name: string;
  readonly serialNumber: string | null;
  readonly energy: Energy;
  readonly endUse: EndUse | null;
  readonly counted: boolean;
  readonly registers: RegisterRow[];
}

/** A RegisterRow as JSON; `$1` is the instant whose point is meant. */
export const registerObject = `jsonb_build_object('id', r.uuid, 'meter', m.uuid, 'name', r.name, 'quantity', r.quantity,
  'direction', r.direction, 'tariffClass', r.tariff_class, 'kind', r.kind, 'unit', r.unit, 'counted', r.counted,
  'point', (select p.uuid from register_point rp join point p on p.id = rp.point_id
             where rp.register_id = r.id and rp.valid @> $1::timestamptz))`;

export interface MeterFilter {
  readonly now: Date;
  /** uuid: that meter only */
  readonly meter?: string;
  /** uuid: that building's meters only */
  readonly building?: string;
}

/** Meters by energy and name, each with its registers. */
export async function listMeters(db: Queryable, filter: MeterFilter): Promise<MeterRow[]> {
  const { rows } = await db.query<MeterRow>(
    `select m.uuid as id, b.uuid as building, parent.uuid as parent, m.name, m.serial_number as "serialNumber", m.energy,
            m.end_use as "endUse", m.counted,
            (select coalesce(jsonb_agg(${registerObject} order by r.name), '[]')
               from register r where r.meter_id = m.id) as registers
       from meter m
       join building b on b.id = m.building_id
       left join meter parent on parent.id = m.parent_meter_id
      where ($2::uuid is null or m.uuid = $2) and ($3::uuid is null or b.uuid = $3)
      order by m.energy, m.name collate "fr-x-icu", m.id`,
    [filter.now, filter.meter, filter.building],
  );
  return rows;
}
