import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { credentialOf, type SignedIn, signIn } from "../clients/sign-in.ts";
import { type Instance, runForInstance } from "./command.ts";
import { findPortBase } from "./find-port-base.ts";
import { secretsInLogs } from "./secrets-in-logs.ts";

/** What a test knows of the platform: its addresses, and its folder where the supervisor says which process is which. */
export interface TestedPlatform {
  readonly api: string;
  /** With the account that may publish. */
  readonly mqtt: string;
  /** An administrator of the agency. */
  readonly session: SignedIn;
  readonly credentialsFile: string;
  readonly home: string;
  readonly portBase: number;
}

declare module "vitest" {
  interface ProvidedContext {
    platform: TestedPlatform;
  }
}

/** Starts one empty platform for all acceptance tests, by the command that an operator types, and stops it after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const instance: Instance = {
    home: await mkdtemp(join(tmpdir(), "gtb-acceptance-")),
    portBase: await findPortBase(),
  };
  const line = await runForInstance(instance, "infra/start.mjs", ["--detach", "--empty"]);
  const { api, mqtt, credentialsFile } = JSON.parse(line) as { api: string; mqtt: string; credentialsFile: string };
  const administrator = await credentialOf(credentialsFile, "agency_admin");
  const session = await signIn(api, administrator).catch(async (error: unknown) => {
    await runForInstance(instance, "infra/stop.mjs", []);
    throw error;
  });
  project.provide("platform", { api, mqtt, session, credentialsFile, ...instance });
  return async () => {
    await runForInstance(instance, "infra/stop.mjs", []);
    // Of the whole run, the stop included: vitest counts what its teardown throws as a failure.
    const told = await secretsInLogs(instance.home, session);
    const failed = project.vitest.state.getCountOfFailedTests() > 0 || told.length > 0;
    if (failed) process.stderr.write(`The tested platform's logs and data are kept in ${instance.home}\n`);
    else await rm(instance.home, { recursive: true, force: true });
    if (told.length > 0) throw new Error(`Secrets stand in the logs of the run:\n${told.join("\n")}`);
  };
}
