import type { Queryable } from "../pool.ts";

export interface SlotLease {
  readonly slot: number;
  /** Rises each time the slot changes hands. */
  readonly fencingToken: number;
  /** True where another worker held the slot before and its broker session may hold messages. */
  readonly inherited: boolean;
}

/** Leases the lowest slot that nobody holds, or a new one. Never fails for want of slots. */
export async function leaseFreeSlot(db: Queryable, holder: string, seconds: number): Promise<SlotLease> {
  const taken = await takeExpiredSlot(db, holder, seconds);
  return taken ?? leaseNewSlot(db, holder, seconds);
}

/** Takes over one slot whose holder is gone, if there is one: its broker session may hold messages that wait. */
export async function takeExpiredSlot(db: Queryable, holder: string, seconds: number): Promise<SlotLease | undefined> {
  const { rows } = await db.query<SlotLease>(
    `update ingestion_slot
        set holder = $1, lease_until = now() + make_interval(secs => $2), fencing_token = fencing_token + 1
      where slot = (select slot from ingestion_slot where lease_until < now() order by slot limit 1 for update skip locked)
      returning slot, fencing_token as "fencingToken", true as inherited`,
    [holder, seconds],
  );
  return rows[0];
}

async function leaseNewSlot(db: Queryable, holder: string, seconds: number): Promise<SlotLease> {
  const { rows } = await db.query<SlotLease>(
    `insert into ingestion_slot (slot, holder, lease_until, fencing_token)
     select coalesce(max(slot), 0) + 1, $1, now() + make_interval(secs => $2), 1 from ingestion_slot
     on conflict do nothing returning slot, fencing_token as "fencingToken", false as inherited`,
    [holder, seconds],
  );
  // Two workers that start at once pick the same number: one of them asks again.
  return rows[0] ?? leaseFreeSlot(db, holder, seconds);
}

/** Prolongs a lease. False when the slot has gone to another worker meanwhile: its client id may not be used any more. */
export async function renewSlot(db: Queryable, lease: SlotLease, seconds: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update ingestion_slot set lease_until = now() + make_interval(secs => $3) where slot = $1 and fencing_token = $2`,
    [lease.slot, lease.fencingToken, seconds],
  );
  return rowCount === 1;
}

/** Gives a slot back at once, its broker session kept: the next worker that looks takes it. */
export async function releaseSlot(db: Queryable, lease: SlotLease): Promise<void> {
  await db.query(
    "update ingestion_slot set lease_until = '-infinity', holder = null where slot = $1 and fencing_token = $2",
    [lease.slot, lease.fencingToken],
  );
}

/** Forgets a slot whose broker session is unsubscribed, drained and ended. */
export async function retireSlot(db: Queryable, lease: SlotLease): Promise<void> {
  await db.query("delete from ingestion_slot where slot = $1 and fencing_token = $2", [lease.slot, lease.fencingToken]);
}
