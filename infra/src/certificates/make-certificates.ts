// The library below asks for it, first.
import "reflect-metadata";
import { createPrivateKey, webcrypto } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { dirname } from "node:path";
import * as x509 from "@peculiar/x509";
import { type CertificateFiles, certificateFiles } from "./certificate-files.ts";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const dayMs = 86_400_000;
const authorityDays = 3_650;
/** Phones refuse certificates that hold longer than 825 days. */
const certificateDays = 397;

interface Authority {
  readonly certificate: x509.X509Certificate;
  readonly key: webcrypto.CryptoKey;
}

/**
 * Makes certificates for the portal and the broker under these names (host names and addresses), signed by an authority of
 * this platform's own. The authority is made once and kept, so that devices that trust it go on doing so; the
 * certificates are made anew at each call. Returns the authority's certificate's path.
 */
export async function makeCertificates(home: string, names: readonly string[], now = new Date()): Promise<string> {
  const files = certificateFiles(home);
  await mkdir(dirname(files.authority.key), { recursive: true, mode: 0o700 });
  const authority = (await readKept(files.authority)) ?? (await makeAuthority(files.authority, now));
  for (const service of [files.portal, files.broker]) await makeCertificate(service, authority, names, now);
  return files.authority.certificate;
}

async function makeAuthority(files: CertificateFiles, now: Date): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=Autorité locale de la plateforme énergie",
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + authorityDays * dayMs),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      // It may sign certificates of services, no further authorities.
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await writeFiles(files, certificate.toString("pem"), keys.privateKey);
  return { certificate, key: keys.privateKey };
}

async function makeCertificate(
  files: CertificateFiles,
  authority: Authority,
  names: readonly string[],
  now: Date,
): Promise<void> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${names[0] ?? "localhost"}`,
    issuer: authority.certificate.subject,
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + certificateDays * dayMs),
    signingAlgorithm: algorithm,
    signingKey: authority.key,
    publicKey: keys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) === 0 ? ("dns" as const) : ("ip" as const), value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await writeFiles(files, certificate.toString("pem"), keys.privateKey);
}

async function writeFiles(files: CertificateFiles, certificate: string, key: webcrypto.CryptoKey): Promise<void> {
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", key));
  const pem = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }).export({ format: "pem", type: "pkcs8" });
  await writeFile(files.key, pem, { mode: 0o600 });
  await writeFile(files.certificate, `${certificate.trimEnd()}\n`, { mode: 0o644 });
}

async function readKept(files: CertificateFiles): Promise<Authority | undefined> {
  try {
    const certificate = new x509.X509Certificate(await readFile(files.certificate, "utf8"));
    const pkcs8 = createPrivateKey(await readFile(files.key, "utf8")).export({ format: "der", type: "pkcs8" });
    return { certificate, key: await webcrypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
