import { z } from "zod";
import { Action, Email, HeldRole, Locale, Password } from "./access.ts";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { Timestamp } from "./time.ts";

/** Who is signed in, what they may do, and where. */
export const Me = z
  .object({
    id: Uuid,
    email: z.string(),
    name: z.string(),
    locale: Locale,
    secondFactor: z.boolean().describe("A code of an authenticator app is asked for at sign-in"),
    hasPassword: z.boolean().describe("false: signs in through the agency's provider only"),
    roles: z.array(HeldRole),
    actions: z.array(Action).describe("What they may do somewhere; within a token, what it is limited to"),
    organisations: z.array(NamedReference).describe("Whose data they see, by name: for the switcher"),
    csrfToken: z
      .string()
      .nullable()
      .describe("For the header x-csrf-token of what changes something; null: by a token"),
  })
  .meta({ id: "Me" });
export type Me = z.input<typeof Me>;

export const SignInBody = z.strictObject({
  email: Email,
  password: z.string().min(1).max(200),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null)
    .describe("Of the authenticator app, where a second factor is set"),
});
export type SignInBody = z.input<typeof SignInBody>;

/** How one may sign in here. */
export const SignInWays = z
  .object({
    password: z.literal(true),
    provider: z.string().nullable().describe("Name of the agency's provider; null: none"),
  })
  .meta({ id: "SignInWays" });
export type SignInWays = z.input<typeof SignInWays>;

export const Done = z.object({ done: z.literal(true) }).meta({ id: "Done" });

export const MeBody = z.strictObject({ name: Name.optional(), locale: Locale.optional() });
export const PasswordChangeBody = z.strictObject({ current: z.string().min(1).max(200), next: Password });
export const PasswordResetRequestBody = z.strictObject({ email: Email });
export const PasswordResetBody = z.strictObject({ token: z.string().min(20).max(200), password: Password });

/** To be shown once, as a QR code or typed; it holds once a code of it was given. */
export const SecondFactorOffer = z
  .object({ secret: z.string().describe("Base32"), url: z.string().describe("otpauth://, for a QR code") })
  .meta({ id: "SecondFactorOffer" });
export const SecondFactorBody = z.strictObject({ code: z.string().regex(/^\d{6}$/) });

/** Where the same user is signed in. */
export const Session = z
  .object({
    id: Uuid,
    current: z.boolean(),
    createdAt: Timestamp,
    lastSeenAt: Timestamp,
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .meta({ id: "Session" });
export const SessionParams = z.strictObject({ sessionId: Uuid });
export const SessionList = z.object({ items: z.array(Session) }).meta({ id: "SessionList" });
