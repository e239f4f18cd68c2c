import type { Queryable } from "../pool.ts";

export interface FailedSignIns {
  /** Wrong tries of this account since the last right one, within a day; none is told apart from an account that is not. */
  readonly ofAccount: number;
  readonly lastOfAccount: Date | null;
  /** Wrong tries from this address (of an IPv6 network of 64 bits, but not of all IPv4 mapped into one) within an hour. */
  readonly ofAddress: number;
  readonly lastOfAddress: Date | null;
  /** The database's clock, by which the tries are dated. */
  readonly at: Date;
}

/** How often sign-in failed lately. As gtb_auth; two index scans over at most a day of one account and address. */
export async function countFailedSignIns(db: Queryable, emailDigest: Buffer, ip: string): Promise<FailedSignIns> {
  const { rows } = await db.query<FailedSignIns>(
    `select a.failures as "ofAccount", a.last as "lastOfAccount", i.failures as "ofAddress", i.last as "lastOfAddress",
            clock_timestamp() as at
       from (select count(*) as failures, max(t.at) as last from sign_in_attempt t
              where t.email_digest = $1 and not t.succeeded and t.at > now() - interval '1 day'
                and t.at > coalesce((select max(s.at) from sign_in_attempt s where s.email_digest = $1 and s.succeeded),
                                    '-infinity')) a,
            (select count(*) as failures, max(t.at) as last from sign_in_attempt t
              where t.ip <<= network(set_masklen($2::inet, case when family($2::inet) = 4 then 32 when $2::inet <<= '::ffff:0:0/96' then 128 else 64 end))::inet
                and not t.succeeded and t.at > now() - interval '1 hour') i`,
    [emailDigest, ip],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("an aggregate without a row");
  return row;
}
