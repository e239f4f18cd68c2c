import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createPool, type Pool } from "@gtb/database/pool";
import { enqueueConsumption } from "@gtb/database/queries/enqueue-job";
import { countWaitingChanges } from "@gtb/database/queries/prune-reading-changes";
import { inTransaction } from "@gtb/database/transaction";
import { createTestDatabase } from "@gtb/infra/test-database";
import { storeReadings } from "@gtb/readings/store-readings";
import { createLog } from "@gtb/service-kit/log";
import { afterAll } from "vitest";
import { createJobMetrics, type JobMetrics } from "../metrics.ts";
import type { JobKind } from "../runner/job-kind.ts";
import { Lane } from "../runner/lane.ts";

export interface StoredHour {
  readonly hour: Date;
  readonly native: number | null;
  readonly energyKwh: number | null;
  readonly measured: number;
  readonly estimated: number;
  readonly missing: number;
  readonly knownSince: Date;
}

export interface MeteredPoint {
  readonly registerId: number;
  readonly pointId: number;
  readonly pointUuid: string;
}

/** A database of its own with one building, and what the tests of jobs do in it. Call at the top of the file. */
export async function createMeteredWorld(): Promise<MeteredWorld> {
  const database = await createTestDatabase();
  const pool = createPool({ databaseUrl: database.databaseUrl, applicationName: "test", maxConnections: 8 });
  const asJobs = createPool({
    databaseUrl: database.databaseUrl,
    applicationName: "test-jobs",
    maxConnections: 8,
    session: { role: "gtb_jobs" },
  });
  afterAll(() => Promise.all([pool.end(), asJobs.end()]));
  const world = new MeteredWorld(pool, asJobs);
  await world.createBuilding();
  return world;
}

export class MeteredWorld {
  /** The database as its owner, who passes every wall: to prepare, and to look. */
  readonly pool: Pool;
  /** As the service's own role: what it lacks fails here. */
  readonly asJobs: Pool;
  readonly metrics: JobMetrics;
  #organisationId = 0;
  #buildingId = 0;

  constructor(pool: Pool, asJobs: Pool) {
    this.pool = pool;
    this.asJobs = asJobs;
    this.metrics = createJobMetrics(asJobs);
  }

  async one<T>(sql: string, values: readonly unknown[] = []): Promise<T> {
    const { rows } = await this.pool.query(sql, [...values]);
    return rows[0] as T;
  }

  async createBuilding(): Promise<void> {
    const { organisation, building } = await this.one<{ organisation: number; building: number }>(
      `with o as (insert into organisation (kind, code, name) values ('commune', '27229', 'Évreux') returning id),
            s as (insert into site (organisation_id, name, commune_code) select id, 'S', '27229' from o returning id, organisation_id)
       insert into building (organisation_id, site_id, name, use, heating_energy)
       select organisation_id, id, 'École', 'school', 'gas' from s returning id as building, organisation_id as organisation`,
    );
    this.#organisationId = organisation;
    this.#buildingId = building;
  }

  /** A meter with one index register of 0.125 kWh a count, 32 bits, at most 1,000 kWh an hour. */
  async createMeter(): Promise<MeteredPoint> {
    const place = [this.#organisationId, this.#buildingId];
    const point = await this.one<{ id: number; uuid: string }>(
      `insert into point (organisation_id, building_id, name, quantity, unit, kind)
       values ($1, $2, 'P', 'pulse-count', '{pulse}', 'counter') returning id, uuid`,
      place,
    );
    const register = await this.one<{ id: number }>(
      `with m as (insert into meter (organisation_id, building_id, name, energy) values ($1, $2, 'M', 'electricity') returning id)
       insert into register (organisation_id, meter_id, name, quantity, kind, unit)
       select $1, id, 'R', 'active-energy', 'index', 'kW.h' from m returning id`,
      place,
    );
    await this.pool.query(
      `with p as (insert into register_parameter (organisation_id, register_id, wraps_at, unit_per_count, max_per_hour)
                  values ($1, $2, 4294967296, 0.125, 1000))
       insert into register_point (organisation_id, register_id, point_id) values ($1, $2, $3)`,
      [this.#organisationId, register.id, point.id],
    );
    return { registerId: register.id, pointId: point.id, pointUuid: point.uuid };
  }

  async store(
    pointId: number,
    values: readonly (readonly [time: Date, value: number])[],
    kind: "import" | "correction" = "import",
  ): Promise<void> {
    const readings = values.map(([time, value]) => ({ pointId, time, value, quality: 0 }));
    const source = { kind, id: randomUUID(), actor: "test", reason: "test" };
    await inTransaction(this.pool, (connection) => storeReadings(connection, readings, source));
  }

  async hoursOf(registerId: number): Promise<StoredHour[]> {
    const { rows } = await this.pool.query<StoredHour>(
      `select hour, native, energy_kwh as "energyKwh", measured_share as measured, estimated_share as estimated,
              missing_share as missing, known_since as "knownSince"
         from consumption where register_id = $1 order by hour`,
      [registerId],
    );
    return rows;
  }

  createLane(kinds: readonly JobKind[], worker = "test", leaseSeconds = 30): Lane {
    const { asJobs: pool, metrics } = this;
    return new Lane({ pool, log: createLog("jobs-test", "silent"), metrics, kinds, worker, leaseSeconds, pollMs: 10 });
  }

  /** Runs jobs of these kinds until none is due. */
  async work(...kinds: readonly JobKind[]): Promise<void> {
    const lane = this.createLane(kinds);
    lane.start();
    const due = "select count(*) from job where kind = any($1) and state in ('queued', 'running') and run_at <= now()";
    while ((await this.one<{ count: number }>(due, [kinds.map(({ kind }) => kind)])).count > 0) await wait(10);
    await lane.stop();
  }

  /** Works until the outbox is read: what other databases of the server are writing may hold rows back for a moment. */
  async workThroughOutbox(...kinds: readonly JobKind[]): Promise<void> {
    do {
      await enqueueConsumption(this.asJobs);
      await this.work(...kinds);
    } while ((await countWaitingChanges(this.asJobs, "consumption", 1)) > 0);
  }
}
