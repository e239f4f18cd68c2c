import type { Credential } from "./credentials-file.ts";

/** For people, once: straight to the terminal, so that no log has it. */
export function printCredentials(credentials: readonly Credential[], file: string): void {
  if (credentials.length === 0) return;
  const lines = credentials.map(
    ({ email, password, role, organisation }) => `  ${email}  ${password}  (${role}, ${organisation})`,
  );
  process.stderr.write(`\nAccounts made, shown once (kept in ${file}):\n${lines.join("\n")}\n`);
}
