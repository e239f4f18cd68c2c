import { WrongUse } from "../exit-code.ts";
import { print, showTime } from "../print.ts";
import { type Mail, readMails } from "../read-mails.ts";

/** `gtb mail`: the newest mails that the platform sent and the catcher of `npm start` kept. */
export async function listMailsCommand({
  limit,
  json,
}: {
  readonly limit: number;
  readonly json: boolean;
}): Promise<void> {
  const mails = await readMails(limit);
  print(json, {
    rows: mails.map((mail, index) => ({ number: index + 1, ...mail })),
    columns: {
      "N°": ({ number }) => String(number),
      Reçu: ({ receivedAt }) => showTime(receivedAt),
      À: ({ to }) => to.join(", "),
      Objet: ({ subject }) => subject,
    },
  });
}

/** `gtb mail show N`: one of them, 1 being the newest. */
export async function showMailCommand(number: number, { json }: { readonly json: boolean }): Promise<void> {
  const mail = (await readMails(number))[number - 1];
  if (mail === undefined)
    throw new WrongUse(`il n'y a pas de mail n° ${number} : « gtb mail » liste ceux qui sont là.`);
  process.stdout.write(json ? `${JSON.stringify({ number, ...mail }, null, 2)}\n` : showMail(mail));
}

function showMail({ receivedAt, from, to, subject, text }: Mail): string {
  return `Reçu :  ${showTime(receivedAt)}\nDe :    ${from}\nÀ :     ${to.join(", ")}\nObjet : ${subject}\n\n${text}`;
}
