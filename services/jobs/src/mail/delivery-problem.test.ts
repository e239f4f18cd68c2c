import { expect, test } from "vitest";
import { readDeliveryProblem } from "./delivery-problem.ts";

function smtpError(code: string, command: string, response?: string): Error {
  const responseCode = response === undefined ? {} : { response, responseCode: Number(response.slice(0, 3)) };
  return Object.assign(new Error(`Failed: ${response ?? "connect ECONNREFUSED"}`), { code, command, ...responseCode });
}

test.each([
  [
    "an unknown mailbox",
    smtpError("EENVELOPE", "RCPT TO", "550 5.1.1 <marie@evreux.fr> unknown"),
    true,
    /destinataire \(550 5\.1\.1\)/,
  ],
  [
    "a mail taken for spam",
    smtpError("EMESSAGE", "DATA", "554 5.7.1 marie@evreux.fr: spam"),
    true,
    /refuse ce mail \(554 5\.7\.1\)/,
  ],
  [
    "a greylisted sender",
    smtpError("EENVELOPE", "RCPT TO", "451 4.7.1 marie@evreux.fr later"),
    false,
    /attendre.*\(451 4\.7\.1\)/,
  ],
  ["a full mailbox", smtpError("EENVELOPE", "RCPT TO", "452 full"), false, /\(452\)/],
  ["our password refused", smtpError("EAUTH", "AUTH PLAIN", "535 5.7.8 no AG1hcmllAHM="), false, /GTB_SMTP_URL/],
  ["sign-in wanted", smtpError("EENVELOPE", "RCPT TO", "530 5.7.0 sign in first"), false, /GTB_SMTP_URL/],
  ["our sender refused", smtpError("EENVELOPE", "MAIL FROM", "553 5.7.1 not owned"), false, /GTB_MAIL_FROM/],
  ["no encryption", smtpError("ETLS", "STARTTLS", "500 no such command"), false, /chiffrement/],
  ["no server", smtpError("ESOCKET", "CONN"), false, /ECONNREFUSED/],
  ["an address that cannot be", smtpError("EENVELOPE", "API"), true, /illisible/],
] as const)("%s", (_what, error, permanent, message) => {
  const problem = readDeliveryProblem(error);
  expect(problem).toEqual({ permanent, message: expect.stringMatching(message) });
  expect(problem.message).not.toMatch(/marie|AG1h/);
});
