import { access, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A certificate and its key, as files in PEM. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

/** Paths of what `npm run certificates` has made. */
export interface Certificates {
  /** Of the authority that signed the others: what a phone must trust. Its key is beside it, for the next time. */
  readonly authority: CertificateFiles;
  readonly portal: CertificateFiles;
  readonly broker: CertificateFiles;
}

export function certificateFiles(home: string): Certificates {
  const filesOf = (name: string) => ({
    certificate: join(home, "certificates", `${name}.pem`),
    key: join(home, "certificates", `${name}-key.pem`),
  });
  return { authority: filesOf("authority"), portal: filesOf("portal"), broker: filesOf("broker") };
}

/** The same, once they are there; throws with what to do where they are not. */
export async function readCertificates(home: string): Promise<Certificates> {
  const files = certificateFiles(home);
  for (const { certificate, key } of [files.portal, files.broker]) {
    await Promise.all([access(certificate), access(key)]).catch((cause: unknown) => {
      throw new Error(`GTB_TLS=on, but ${certificate} or its key is not there: npm run certificates makes them`, {
        cause,
      });
    });
  }
  return files;
}

/** What a client of ours must trust, in PEM. */
export function readAuthority({ authority }: Certificates): Promise<string> {
  return readFile(authority.certificate, "utf8");
}
