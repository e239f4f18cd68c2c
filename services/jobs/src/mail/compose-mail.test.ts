import { expect, test } from "vitest";
import { composeMail, QueuedMail } from "./compose-mail.ts";

const link = "https://gtb.example/invitation#token=s3cret&x=1";

function compose(template: string, locale: string, data: Readonly<Record<string, string>>) {
  return composeMail(QueuedMail.parse({ template, to: "marie@evreux.fr", locale, data }));
}

const whole: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  invitation: { link, organisation: "Évreux", invitedBy: "Jeanne", role: "reader", expiresAt: "2026-12-01T11:00:00Z" },
  "password-reset": { link, expiresAt: "2026-12-01T11:00:00Z" },
  "account-locked": { link, lockedUntil: "2026-12-01T11:00:00Z" },
};

test.each([
  ["invitation", "fr", /rejoindre Évreux/, /Jeanne vous invite .* avec le rôle «\u00a0lecteur\u00a0»/],
  ["invitation", "en", /join Évreux/, /Jeanne invites you .* with the role “reader”/],
  ["password-reset", "fr", /Nouveau mot de passe/, /votre mot de passe reste le même/],
  ["password-reset", "en", /new password/, /your password stays as it is/],
  ["account-locked", "fr", /est bloqué/, /Par précaution, il est bloqué jusqu’au/],
  ["account-locked", "en", /is locked/, /As a precaution it is locked until/],
])("%s in %s says what it is about, in text and in HTML", (template, locale, subject, words) => {
  const mail = compose(template, locale, whole[template] ?? {});
  expect(mail.subject).toMatch(subject);
  expect(mail.text).toMatch(words);
  expect(mail.html).toMatch(words);
  expect(mail.text).toContain(`\n${link}\n`);
  expect(mail.html).toContain('href="https://gtb.example/invitation#token=s3cret&amp;x=1"');
  expect(mail.html).toContain(`<html lang="${locale}">`);
  expect(mail.text).toContain(
    locale === "fr" ? "1 décembre 2026 à 12:00 (heure de Paris)" : "1 December 2026 at 12:00 (Paris time)",
  );
  expect(`${mail.text}${mail.html}`).not.toMatch(/undefined|\[object/);
});

test("what is not known is left out", () => {
  const mail = compose("invitation", "fr", { link, organisation: "Évreux", role: "king" });
  expect(mail.text).toContain("Vous êtes invité(e) à rejoindre Évreux sur la plateforme énergie.");
  expect(mail.text).not.toMatch(/valable|king|undefined/);
  expect(compose("account-locked", "fr", {}).html).not.toContain("<a ");
});

test("names that people chose are text, whatever they hold", () => {
  const mail = compose("invitation", "en", {
    link: `https://gtb.example/i#"><script>alert(1)</script>`,
    organisation: `<img src=x onerror="alert(1)"> & 'Co'\r\nBcc: all@evreux.fr`,
    invitedBy: "<b>Eve</b>\n\nYour account was stolen",
  });
  expect(mail.html).not.toMatch(/<script|<img|<b>/);
  expect(mail.html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;Co&#39; Bcc: all@evreux.fr");
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.text).toContain("<b>Eve</b> Your account was stolen invites you");
});

test.each([
  ["javascript:alert(1)", "marie@evreux.fr"],
  ["no address", "marie@evreux.fr"],
  [link, "marie@evreux.fr, all@evreux.fr"],
  [link, "marie@evreux.fr\r\nRCPT TO:<all@evreux.fr>"],
  [link, "<marie@evreux.fr>"],
])("a link %s to %s is refused", (badLink, to) => {
  const queued = { template: "password-reset", to, locale: "fr", data: { link: badLink } };
  expect(QueuedMail.safeParse(queued).success).toBe(false);
});
