import type { Queryable } from "../pool.ts";

export interface NewGateway {
  /** uuid of an organisation */
  readonly organisation: string;
  /** 16 lower-case hexadecimal digits */
  readonly gatewayEui: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Adds a gateway; one that is declared already stays as it is. */
export async function insertGateway(db: Queryable, gateway: NewGateway): Promise<void> {
  await db.query(
    `insert into gateway (organisation_id, gateway_eui, name, latitude, longitude)
     select id, $2, $3, $4, $5 from organisation where uuid = $1 on conflict (gateway_eui) do nothing`,
    [gateway.organisation, gateway.gatewayEui, gateway.name, gateway.latitude, gateway.longitude],
  );
}
