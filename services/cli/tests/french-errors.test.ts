import { expect, test } from "vitest";
import { runGtb } from "./run-gtb.ts";

test.each([
  [["jobs", "list"], "argument en trop pour « jobs »"],
  [["import", "--foo"], "option inconnue : --foo"],
  [
    ["jobs", "--state", "x"],
    "valeur refusée pour --state <état> : « x ». Valeurs possibles : queued, running, done, failed.",
  ],
  [["jobs", "--limit", "0"], "valeur refusée pour --limit <n> : « 0 ». de 1 à 10000."],
  [["import"], "il manque l'argument <fichier>"],
  [["decode"], "l'option --type <type> est nécessaire"],
  [["decode", "--type"], "il manque la valeur de l'option --type <type>"],
  [["devices", "lost"], "commande inconnue : lost"],
])("%j is answered in French, with exit code 2", async (args, message) => {
  const { exitCode, output, errors } = await runGtb(args);
  expect({ exitCode, output, errors }).toEqual({ exitCode: 2, output: "", errors: `gtb: ${message}\n` });
});

test("help says choices and defaults in French", async () => {
  const { output } = await runGtb(["jobs", "--help"]);
  expect(output).toContain("au plus tant de lignes (par défaut : 20)");
  expect(output).toContain("(valeurs : queued, running, done, failed)");
  expect(output).not.toMatch(/default|choices/);
});
