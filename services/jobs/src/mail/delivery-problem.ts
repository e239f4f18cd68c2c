/** Why a mail did not leave, in words that name no person and hold no secret: servers repeat addresses in their answers. */
export interface DeliveryProblem {
  readonly permanent: boolean;
  readonly message: string;
}

/** What nodemailer adds to its errors. */
interface SmtpError extends Error {
  readonly code?: string;
  /** Of the server's answer: 550 */
  readonly responseCode?: number;
  readonly response?: string;
  /** To which the server answered: `RCPT TO` */
  readonly command?: string;
}

/** The server says: sign in first. That is our settings' fault, not the recipient's. */
const authenticationRequired = 530;

/**
 * Reads nodemailer's error. Permanent is what the server says for good about this recipient or this mail; a server that
 * is away, refuses our password or our sender is mended by people, and the mail waits for them.
 */
export function readDeliveryProblem(error: unknown): DeliveryProblem {
  if (!(error instanceof Error)) return { permanent: false, message: "Le mail n’a pas pu partir." };
  const { code, responseCode, response, command }: SmtpError = error;
  if (responseCode === undefined) {
    if (code === "EENVELOPE")
      return { permanent: true, message: "L’adresse du destinataire ou de l’expéditeur est illisible." };
    return { permanent: false, message: `Le serveur de mail n’a pas répondu comme il faut : ${error.message}` };
  }
  const answer = [responseCode, /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1]]
    .filter(Boolean)
    .join(" ");
  const forGood = responseCode >= 500 && responseCode !== authenticationRequired;
  if (forGood && command === "RCPT TO")
    return { permanent: true, message: `Le serveur de mail refuse le destinataire (${answer}).` };
  if (forGood && command === "DATA")
    return { permanent: true, message: `Le serveur de mail refuse ce mail (${answer}).` };
  if (code === "EAUTH")
    return { permanent: false, message: `Le serveur de mail refuse notre compte (${answer}) : voir GTB_SMTP_URL.` };
  if (command === "MAIL FROM")
    return { permanent: false, message: `Le serveur de mail refuse l’expéditeur (${answer}) : voir GTB_MAIL_FROM.` };
  return { permanent: false, message: `Le serveur de mail demande d’attendre ou est en panne (${answer}).` };
}
