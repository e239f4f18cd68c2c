import { databaseUrl, host, logLevel, port } from "@gtb/service-kit/config";
import { z } from "zod";

export const configSchema = z
  .object({
    GTB_DATABASE_URL: databaseUrl,
    GTB_HEALTH_HOST: host,
    GTB_HEALTH_PORT: port.default(8424),
    GTB_LOG_LEVEL: logLevel,
    /** How long a worker that says nothing keeps its job. */
    GTB_JOB_LEASE_SECONDS: z.coerce.number().min(1).max(3600).default(30),
    /** How often an idle worker looks for work that others queued. */
    GTB_JOB_POLL_MS: z.coerce.number().int().min(50).max(60_000).default(1_000),
    /** How long the audit keeps events; the database refuses to delete younger ones than half a year. */
    GTB_AUDIT_RETENTION_DAYS: z.coerce.number().int().min(180).max(36_500).default(1095),
    /** How long the bytes of a file that somebody brought are kept; what it brought, and its undo, stay. */
    GTB_IMPORT_FILE_DAYS: z.coerce.number().int().min(1).max(36_500).default(90),
    /** How long raw readings are kept; without it for ever. Hours, days and months of consumption stay in any case. */
    GTB_READING_DAYS: z.coerce.number().int().min(730).max(36_500).optional(),
    /** Whether stations of that kind have their weather fetched, and from where; off, nothing leaves the platform. */
    GTB_WEATHER: z.enum(["off", "open-meteo"]).default("off"),
    GTB_WEATHER_ARCHIVE_URL: z.url().default("https://archive-api.open-meteo.com/v1/archive"),
    GTB_WEATHER_FORECAST_URL: z.url().default("https://api.open-meteo.com/v1/forecast"),
    /** The mail server; without it mails fail, and say so. */
    GTB_SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, "must look like smtp://user:password@host:port or smtps://user:password@host:port")
      .refine(URL.canParse, "must be a URL: what is special in a password is written %XX")
      .optional(),
    /** The sender: `Name <address>`, or an address */
    GTB_MAIL_FROM: z
      .string()
      .regex(/^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, "must look like Name <address@domain>")
      .optional(),
  })
  .refine(({ GTB_SMTP_URL, GTB_MAIL_FROM }) => GTB_SMTP_URL === undefined || GTB_MAIL_FROM !== undefined, {
    path: ["GTB_MAIL_FROM"],
    error: "is wanted with GTB_SMTP_URL",
  });

export type Config = z.infer<typeof configSchema>;
