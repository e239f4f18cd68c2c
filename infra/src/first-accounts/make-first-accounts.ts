import { randomBytes } from "node:crypto";
import { agencyCode } from "@gtb/database/load-organisations";
import { createPool, type Pool } from "@gtb/database/pool";
import { consentToAgency } from "@gtb/database/queries/consent-to-agency";
import {
  type FirstAccount,
  hasAgencyAdministrator,
  insertFirstAccount,
  listKnownEmails,
} from "@gtb/database/queries/insert-first-account";
import { hashPassword } from "@gtb/service-kit/password";
import { demonstratorAccounts, demonstratorCollectivities, firstAdministrator } from "./account-plans.ts";
import { type Credential, credentialsFile, readCredentials, writeCredentials } from "./credentials-file.ts";

export interface FirstAccountsRequest {
  readonly ownerUrl: string;
  /** Passwords are kept in its `credentials.json`. */
  readonly home: string;
  readonly withDemonstrator: boolean;
  readonly production: boolean;
  readonly administratorEmail: string;
}

/**
 * Makes the accounts that a platform needs to be used at all: those of the demonstrator, or else one administrator of the
 * agency where there is none. Returns what this call has made; an account that is there and in the file is left alone, one
 * that is missing in the file gets a new password.
 */
export async function makeFirstAccounts(request: FirstAccountsRequest): Promise<readonly Credential[]> {
  const pool = createPool({ databaseUrl: request.ownerUrl, applicationName: "gtb-first-accounts", maxConnections: 2 });
  try {
    const demonstrator = request.withDemonstrator && !request.production;
    if (demonstrator) await consentToAgency(pool, agencyCode, demonstratorCollectivities);
    const plans = demonstrator ? demonstratorAccounts : await administratorWhereNone(pool, request);
    return await makeMissing(pool, credentialsFile(request.home), plans);
  } finally {
    await pool.end();
  }
}

async function administratorWhereNone(
  pool: Pool,
  { administratorEmail }: FirstAccountsRequest,
): Promise<FirstAccount[]> {
  return (await hasAgencyAdministrator(pool)) ? [] : [firstAdministrator(administratorEmail)];
}

async function makeMissing(pool: Pool, file: string, plans: readonly FirstAccount[]): Promise<readonly Credential[]> {
  const kept = await readCredentials(file);
  const known = new Set(
    await listKnownEmails(
      pool,
      plans.map(({ email }) => email),
    ),
  );
  const made: Credential[] = [];
  for (const plan of plans) {
    const before = kept.find(({ email }) => email === plan.email);
    if (before !== undefined && known.has(plan.email)) continue;
    const password = before?.password ?? randomBytes(15).toString("base64url");
    const organisation = await insertFirstAccount(pool, plan, await hashPassword(password));
    if (organisation === undefined) continue;
    made.push({ name: plan.name, email: plan.email, password, role: plan.role, organisation });
  }
  const others = kept.filter(({ email }) => !made.some((credential) => credential.email === email));
  await writeCredentials(file, [...others, ...made]);
  return made;
}
