import { createServer } from "node:http";
import { readConfig } from "@gtb/service-kit/config";
import { z } from "zod";

/** A service for the supervisor's tests: healthy while it lives, or ends at once when told so. */
const { GTB_HEALTH_PORT, STAND_IN_FAILS } = readConfig(
  z.object({ GTB_HEALTH_PORT: z.coerce.number(), STAND_IN_FAILS: z.string().optional() }),
);
if (STAND_IN_FAILS !== undefined) {
  console.error(`stand-in fails: ${STAND_IN_FAILS}`);
  process.exit(3);
}
createServer((_request, response) => response.end("ok")).listen(GTB_HEALTH_PORT, "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
