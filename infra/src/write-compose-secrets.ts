import { ensureComposeSecrets } from "./compose-secrets.ts";

/** `npm run compose:secrets [folder]`: makes the secrets that docker-compose.yml reads. Those that are there stay. */
const folder = process.argv[2] ?? "./.runtime/secrets";
await ensureComposeSecrets(folder);
process.stdout.write(`The secrets are in ${folder}. Start with: docker compose up --detach --wait\n`);
