import { z } from "zod";

/**
 * Reads a service's configuration from the environment (empty variables count as absent).
 * Throws one error that names every wrong variable and what is wrong with it, never its value: it may be a secret.
 */
export function readConfig<T extends z.ZodType>(schema: T, environment: NodeJS.ProcessEnv = process.env): z.infer<T> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".") || "(environment)"}: ${issue.message}`);
  throw new Error(`The environment is not right:\n${lines.join("\n")}`);
}

export const logLevel = z.enum(["debug", "info", "warn", "error"]).default("info");
export const port = z.coerce.number().int().min(0).max(65_535);
/** Loopback unless told otherwise: nothing listens to the network by accident. */
export const host = z.string().default("127.0.0.1");
export const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "must look like postgresql://user:password@host:port/name");
export const mqttUrl = z.string().regex(/^mqtts?:\/\//, "must look like mqtt://host:port");
