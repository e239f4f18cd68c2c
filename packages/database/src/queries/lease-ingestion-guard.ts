import type { Queryable } from "../pool.ts";

/** Takes or prolongs the care of the guards; false while another worker has it. */
export async function leaseGuard(db: Queryable, holder: string, seconds: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update ingestion_guard set holder = $1, lease_until = now() + make_interval(secs => $2)
      where holder = $1 or lease_until < now()`,
    [holder, seconds],
  );
  return rowCount === 1;
}

export async function releaseGuard(db: Queryable, holder: string): Promise<void> {
  await db.query("update ingestion_guard set holder = null, lease_until = '-infinity' where holder = $1", [holder]);
}
