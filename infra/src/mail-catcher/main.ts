import { join } from "node:path";
import { logLevel, port, readConfig } from "@gtb/service-kit/config";
import { runService } from "@gtb/service-kit/lifecycle";
import { createLog } from "@gtb/service-kit/log";
import { z } from "zod";
import { startMailCatcher } from "./mail-catcher.ts";

const config = readConfig(z.object({ GTB_HOME: z.string(), GTB_MAIL_CATCHER_PORT: port, GTB_LOG_LEVEL: logLevel }));

await runService({
  log: createLog("mail", config.GTB_LOG_LEVEL),
  start: async () => {
    const catcher = await startMailCatcher(join(config.GTB_HOME, "mails"), config.GTB_MAIL_CATCHER_PORT);
    return { stopPhases: [{ name: "close the mail server", timeLimitMs: 5_000, run: () => catcher.close() }] };
  },
});
