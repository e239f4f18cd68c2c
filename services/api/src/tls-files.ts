import { readFile } from "node:fs/promises";
import type { ApiConfig } from "./config.ts";

/** What the API serves HTTPS with, in PEM. */
export interface TlsKeys {
  readonly cert: string;
  readonly key: string;
}

/** Reads the files that the configuration names; undefined: plain HTTP, behind a proxy or on this machine alone. */
export async function readTlsFiles({ GTB_TLS_CERT, GTB_TLS_KEY }: ApiConfig): Promise<TlsKeys | undefined> {
  if (GTB_TLS_CERT === undefined || GTB_TLS_KEY === undefined) return undefined;
  const [cert, key] = await Promise.all([readFile(GTB_TLS_CERT, "utf8"), readFile(GTB_TLS_KEY, "utf8")]);
  return { cert, key };
}
