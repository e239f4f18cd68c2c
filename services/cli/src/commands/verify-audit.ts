import { type AuditVerdict, verifyAudit } from "@gtb/database/verify-audit";
import { showTime } from "../print.ts";
import { withDatabase } from "../with-database.ts";

export interface VerifyAuditOptions {
  /** Hash of a seal, noted elsewhere. */
  readonly anchor?: string;
  readonly json: boolean;
}

/** `gtb audit verify`: recomputes every seal. Fails where something does not fit. As the database's owner. */
export function verifyAuditCommand({ anchor, json }: VerifyAuditOptions): Promise<void> {
  return withDatabase(async (pool) => {
    const verdict = await verifyAudit(pool, anchor);
    process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : describe(verdict));
    if (!verdict.ok) throw new Error("Le journal d'audit n'est pas intact.");
  });
}

function describe(verdict: AuditVerdict): string {
  const { fault, seals, retiredSeals, events, unsealedEvents, erased, oldestSeal, newestSeal } = verdict;
  const seal = (named: AuditVerdict["oldestSeal"]) =>
    named === null ? "aucun" : `${named.id}, du ${showTime(named.sealedAt)}, ${named.hash}`;
  const lines =
    fault === null
      ? ["Journal d'audit intact."]
      : [
          `Journal d'audit altéré : ${fault.what}`,
          ...(fault.seal === null ? [] : [`  sceau : ${fault.seal}`]),
          ...(fault.event === null ? [] : [`  événement : ${fault.event}`]),
        ];
  return `${[
    ...lines,
    `Vérifié : ${events} événement(s) sous ${seals} sceau(x), dont ${retiredSeals} aux événements supprimés par la durée de conservation ;`,
    `  ${erased} contenu(s) effacé(s) ; ${unsealedEvents} événement(s) en attente de sceau.`,
    `Plus ancien sceau : ${seal(oldestSeal)}`,
    `Plus récent sceau : ${seal(newestSeal)}`,
  ].join("\n")}\n`;
}
