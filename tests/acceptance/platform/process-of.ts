import { readFile } from "node:fs/promises";
import { join } from "node:path";

interface Status {
  readonly units: readonly { readonly name: string; readonly state: string; readonly pid?: number }[];
}

/** The process that a part of the platform runs in now, as its supervisor says; undefined while it is not healthy. */
export async function processOf(home: string, name: string): Promise<number | undefined> {
  const status = JSON.parse(await readFile(join(home, "status.json"), "utf8")) as Status;
  const unit = status.units.find((candidate) => candidate.name === name);
  return unit?.state === "healthy" ? unit.pid : undefined;
}
