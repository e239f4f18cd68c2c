import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { parse } from "yaml";

export const repositoryUrl = new URL("../../", import.meta.url);

export async function readComposeFile(): Promise<unknown> {
  return parse(await readFile(new URL("docker-compose.yml", repositoryUrl), "utf8"), { merge: true });
}

/** Faults against the Compose Specification's own JSON schema, as the package `docker-compose` carries it. */
export async function checkComposeSchema(file: unknown): Promise<readonly string[]> {
  const path = new URL(import.meta.resolve("docker-compose/package.json"));
  const schema = JSON.parse(await readFile(new URL("schema/compose-spec.json", path), "utf8")) as Record<
    string,
    unknown
  >;
  // The schema names its draft with https, by which Ajv does not know it; its formats are durations and ports of the
  // specification's own, checked by its patterns.
  const { $schema: _draft, ...rules } = schema;
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(rules);
  if (validate(file)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"}: ${message ?? "wrong"}`);
}
