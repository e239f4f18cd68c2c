import { composeMail, QueuedMail } from "../mail/compose-mail.ts";
import { readDeliveryProblem } from "../mail/delivery-problem.ts";
import type { Mailer } from "../mail/mailer.ts";
import { type JobKind, PermanentError } from "../runner/job-kind.ts";
import { readPayload } from "../runner/read-payload.ts";

/** How long a mail that is under way may take when the worker stops. */
const graceMs = 5_000;

/**
 * Sends one mail. A worker that dies between the server's yes and ours sends it again, under the same Message-ID. The
 * database empties the payload when the job ends.
 */
export function sendMailKind(mailer: Mailer | undefined): JobKind {
  return {
    kind: "send-mail",
    run: async (run, job) => {
      const mail = readPayload(QueuedMail, job);
      if (mailer === undefined) {
        run.log.error("no mail can leave: GTB_SMTP_URL and GTB_MAIL_FROM are not set");
        throw new PermanentError("Aucun serveur de mail : GTB_SMTP_URL et GTB_MAIL_FROM ne sont pas réglés.");
      }
      if (isOver(mail)) throw new PermanentError("Le lien de ce mail n’est plus valable : il n’est pas parti.");
      const signal = withGrace(run.signal);
      try {
        await mailer.send({ ...composeMail(mail), to: mail.to, uuid: job.uuid }, signal);
      } catch (error) {
        if (signal.aborted) run.signal.throwIfAborted();
        throw tellable(error);
      }
      return undefined;
    },
  };
}

/** After hours of waiting for a server: nobody wants a link that opens nothing. */
function isOver({ data }: QueuedMail): boolean {
  return "expiresAt" in data && data.expiresAt !== undefined && data.expiresAt.getTime() < Date.now();
}

/** Aborts a little after `signal`: a mail cut off in its midst would be sent twice. */
function withGrace(signal: AbortSignal): AbortSignal {
  const late = new AbortController();
  const abort = (): void => void setTimeout(() => late.abort(signal.reason), graceMs).unref();
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  return late.signal;
}

/** Without the error itself, which may repeat what the server said: logs name no recipient. */
function tellable(error: unknown): Error {
  const { permanent, message } = readDeliveryProblem(error);
  return permanent ? new PermanentError(message) : new Error(message);
}
