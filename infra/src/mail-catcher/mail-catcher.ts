import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { type AddressObject, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { type CaughtMail, MailFolder } from "./mail-folder.ts";

export interface MailCatcher {
  /** Where to send mails: smtp://127.0.0.1:port */
  readonly url: string;
  close(): Promise<void>;
}

const largestMail = 10 * 1024 * 1024;

/** Addresses to which the catcher answers as servers do on bad days: `refused@…` for good, `later@…` for now. */
const badDays: Readonly<Record<string, { readonly responseCode: number; readonly message: string }>> = {
  refused: { responseCode: 550, message: "5.1.1 no such mailbox" },
  later: { responseCode: 451, message: "4.7.1 try again later" },
};

/**
 * A mail server of this machine alone that keeps every mail in `folder` and passes none on. Without encryption and
 * passwords: what it hears does not leave the machine. Port 0: any free one.
 */
export async function startMailCatcher(folder: string, port: number): Promise<MailCatcher> {
  const mails = new MailFolder(folder);
  const server = new SMTPServer({
    banner: "GTB mail catcher",
    disabledCommands: ["AUTH", "STARTTLS"],
    size: largestMail,
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onRcptTo: ({ address }, _session, callback) => {
      const bad = badDays[address.split("@")[0] ?? ""];
      callback(bad && Object.assign(new Error(bad.message), { responseCode: bad.responseCode }));
    },
    onData: (stream, session, callback) => {
      readMail(stream, session)
        .then((mail) => mails.save(mail))
        .then(
          () => callback(),
          (error: Error) => callback(error),
        );
    },
  });
  // Visitors that hang up in the midst are none of our business.
  server.on("error", () => undefined);
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  const { port: bound } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readMail(stream: Readable, session: SMTPServerSession): Promise<CaughtMail> {
  const mail = await simpleParser(stream, { skipImageLinks: true, skipTextToHtml: true });
  return {
    receivedAt: new Date().toISOString(),
    messageId: mail.messageId ?? "",
    from: addressText(mail.from),
    to: session.envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
  };
}

function addressText(address: AddressObject | undefined): string {
  return address?.text ?? "";
}
