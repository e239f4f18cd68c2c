import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Instance, runForInstance } from "./command.ts";
import { findPortBase } from "./find-port-base.ts";

/** What a test knows of the platform: its addresses, and its folder where the supervisor says which process is which. */
export interface TestedPlatform {
  readonly api: string;
  readonly mqtt: string;
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
  const { api, mqtt } = JSON.parse(line) as { api: string; mqtt: string };
  project.provide("platform", { api, mqtt, ...instance });
  return async () => {
    await runForInstance(instance, "infra/stop.mjs", []);
    if (project.vitest.state.getCountOfFailedTests() === 0) await rm(instance.home, { recursive: true, force: true });
    else process.stderr.write(`The tested platform's logs and data are kept in ${instance.home}\n`);
  };
}
