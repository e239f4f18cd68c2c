import type { Platform } from "./platform.ts";

/** A terminal's Ctrl-C reaches us twice, from the terminal and from npm: what comes so soon is the same wish. */
const sameWishMs = 1_000;

/** SIGINT and SIGTERM stop the platform in order; another one later ends everything at once. */
export function stopOnSignals(platform: Platform): void {
  let firstAt: number | undefined;
  const onSignal = (): void => {
    if (firstAt === undefined) {
      firstAt = Date.now();
      platform.stop().then(
        () => process.exit(),
        () => process.exit(1),
      );
    } else if (Date.now() - firstAt > sameWishMs) {
      const exit = (): never => process.exit(1);
      platform.kill().then(exit, exit);
    }
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  // A closed terminal ends a platform in the foreground; a detached one has none.
  process.on("SIGHUP", onSignal);
}
