import { hostname, networkInterfaces } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "@gtb/service-kit/config";
import { z } from "zod";
import { repositoryFolder } from "../platform/config.ts";
import { makeCertificates } from "./make-certificates.ts";

/** `npm run certificates [-- --name gtb.mairie.example]…`: for this machine's own names and addresses, and those given. */
const { values } = parseArgs({ options: { name: { type: "string", multiple: true, default: [] } } });
const { GTB_HOME } = readConfig(z.object({ GTB_HOME: z.string().default(resolve(repositoryFolder, ".runtime")) }));
const addresses = Object.values(networkInterfaces())
  .flatMap((entries) => entries ?? [])
  .filter(({ family, internal }) => family === "IPv4" && !internal)
  .map(({ address }) => address);
const names = [...new Set([...values.name, hostname(), "localhost", "127.0.0.1", ...addresses])];
const authority = await makeCertificates(resolve(GTB_HOME), names);
process.stdout.write(
  `Certificates for ${names.join(", ")}\nDevices must trust ${authority}\nGTB_TLS=on npm start uses them\n`,
);
