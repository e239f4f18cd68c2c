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
  const { code, responseCode, response }: SmtpError = error;
  if (responseCode === undefined && code === "EENVELOPE")
    return { permanent: true, message: "L’adresse du destinataire ou de l’expéditeur est illisible." };
  if (responseCode === undefined)
    return { permanent: false, message: `Le serveur de mail ne répond pas comme il faut : ${error.message.trim()}` };
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1];
  return readAnswer(error, responseCode, enhanced === undefined ? `${responseCode}` : `${responseCode} ${enhanced}`);
}

function readAnswer({ code, command }: SmtpError, responseCode: number, answer: string): DeliveryProblem {
  if (code === "EAUTH" || responseCode === authenticationRequired)
    return forNow(`Le serveur de mail n’accepte pas notre compte (${answer}) : voir GTB_SMTP_URL.`);
  if (code === "ETLS") return forNow(`Le serveur de mail n’offre pas de chiffrement (${answer}) : voir GTB_SMTP_URL.`);
  if (command === "MAIL FROM")
    return forNow(`Le serveur de mail n’accepte pas l’expéditeur (${answer}) : voir GTB_MAIL_FROM.`);
  if (responseCode < 500) return forNow(`Le serveur de mail demande d’attendre (${answer}).`);
  if (command === "RCPT TO") return forGood(`Le serveur de mail refuse le destinataire (${answer}).`);
  if (command === "DATA") return forGood(`Le serveur de mail refuse ce mail (${answer}).`);
  return forNow(`Le serveur de mail est en panne (${answer}).`);
}

const forNow = (message: string): DeliveryProblem => ({ permanent: false, message });
const forGood = (message: string): DeliveryProblem => ({ permanent: true, message });
