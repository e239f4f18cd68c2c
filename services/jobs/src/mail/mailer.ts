import { createTransport } from "nodemailer";
import type { MailContent } from "./mail-content.ts";

export interface MailerOptions {
  /** smtp://user:password@host:port, or smtps:// */
  readonly url: string;
  /** `Name <address>`, or an address */
  readonly from: string;
}

interface OutgoingMail extends MailContent {
  readonly to: string;
  /** Names the mail for ever: sent twice, a mail server or program can tell. */
  readonly uuid: string;
}

export interface Mailer {
  /** Resolves when the server has taken the mail. Rejects with what nodemailer says. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<void>;
}

/** A way out through one SMTP server, a connection a mail: mails are few, and none then finds a dead connection. */
export function createMailer({ url, from }: MailerOptions): Mailer {
  const transport = createTransport({
    url,
    // Mails hold links with secrets: over the network only encrypted, unless the address says `?requireTLS=false`.
    requireTLS: !isLoopback(new URL(url).hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? "localhost";
  return {
    send: async ({ to, uuid, subject, text, html }, signal) => {
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        subject,
        text,
        html,
        messageId: `<${uuid}@${domain}>`,
        // Holiday notices and the like are not wanted in answer.
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        signal,
      });
    },
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host.startsWith("127.");
}
