import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findDatabaseUrl, findHome } from "@gtb/service-kit/running-platform";

export interface Credential {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

export interface RunningPlatform {
  readonly home: string;
  readonly api: string;
  readonly database: string;
  /** Of somebody who may import */
  readonly credential: Credential;
}

interface Status {
  readonly addresses: { readonly api: string; readonly credentialsFile: string };
  readonly units: readonly { readonly name: string; readonly state: string; readonly pid?: number }[];
}

/** The platform that `npm start` runs in GTB_HOME. Throws where it has no manager of a town. */
export async function readPlatform(): Promise<RunningPlatform> {
  const home = findHome();
  const { api, credentialsFile } = (await readStatus(home)).addresses;
  const credentials = JSON.parse(await readFile(credentialsFile, "utf8")) as readonly Credential[];
  const credential = credentials.find(({ role }) => role === "organisation_admin");
  if (credential === undefined) throw new Error(`${credentialsFile} has no organisation_admin`);
  return { home, api, database: await findDatabaseUrl(), credential };
}

/** The process that the jobs service runs in now. Throws where it is not healthy. */
export async function jobsProcess(home: string): Promise<number> {
  const unit = (await readStatus(home)).units.find(({ name }) => name === "jobs");
  if (unit?.state !== "healthy" || unit.pid === undefined) throw new Error("the jobs service does not run");
  return unit.pid;
}

async function readStatus(home: string): Promise<Status> {
  return JSON.parse(await readFile(join(home, "status.json"), "utf8")) as Status;
}
