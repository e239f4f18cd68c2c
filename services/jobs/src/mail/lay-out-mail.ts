import { escapeHtml } from "./escape-html.ts";
import type { Locale, MailContent } from "./mail-content.ts";

export interface MailOutline {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What to press, after the paragraphs. */
  readonly link?: { readonly label: string; readonly url: string } | undefined;
  /** What to know besides, after the link. */
  readonly notes: readonly string[];
}

const greeting: Readonly<Record<Locale, string>> = { fr: "Bonjour,", en: "Hello," };
const copyLink: Readonly<Record<Locale, string>> = {
  fr: "Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur :",
  en: "If the button does not open, copy this address into your browser:",
};
const signature: Readonly<Record<Locale, string>> = {
  fr: "Message automatique de la plateforme énergie : merci de ne pas y répondre.",
  en: "Sent automatically by the energy platform: please do not reply.",
};

/** The same words as plain text and as plain HTML: no picture, nothing loaded from elsewhere, nothing that tells on its reader. */
export function layOutMail(locale: Locale, outline: MailOutline): MailContent {
  return { subject: oneLine(outline.subject), text: asText(locale, outline), html: asHtml(locale, outline) };
}

function asText(locale: Locale, { paragraphs, link, notes }: MailOutline): string {
  const button = link === undefined ? [] : [`${link.label}${locale === "fr" ? "\u00a0:" : ":"}\n${link.url}`];
  const parts = [greeting[locale], ...paragraphs.map(oneLine), ...button, ...notes.map(oneLine)];
  return `${[...parts, `-- \n${signature[locale]}`].join("\n\n")}\n`;
}

function asHtml(locale: Locale, { subject, paragraphs, link, notes }: MailOutline): string {
  const paragraph = (text: string): string => `<p>${escapeHtml(oneLine(text))}</p>`;
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(oneLine(subject))}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1f2933;font:16px/1.5 Arial,sans-serif">
<div style="max-width:560px;margin:0 auto">
${[paragraph(greeting[locale]), ...paragraphs.map(paragraph)].join("\n")}
${link === undefined ? "" : `${button(locale, link)}\n`}${notes.map(paragraph).join("\n")}
<hr style="border:0;border-top:1px solid #cbd2d9">
<p style="font-size:13px;color:#52606d">${escapeHtml(signature[locale])}</p>
</div>
</body>
</html>
`;
}

function button(locale: Locale, { label, url }: { readonly label: string; readonly url: string }): string {
  const address = escapeHtml(url);
  return `<p><a href="${address}" style="display:inline-block;padding:12px 20px;background:#0b5cad;color:#ffffff;text-decoration:none;border-radius:4px">${escapeHtml(label)}</a></p>
<p style="font-size:13px;color:#52606d">${escapeHtml(copyLink[locale])}<br><span style="word-break:break-all">${address}</span></p>`;
}

/** A name that somebody chose cannot begin a paragraph of its own, nor a header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, " ").trim();
}
