import { useTranslation } from "react-i18next";

/** Fields of several kinds that people who are no developers read about. */
const knownFields = [
  "name",
  "user",
  "organisation",
  "buildings",
  "building",
  "site",
  "zone",
  "device",
  "meter",
  "point",
  "kind",
  "code",
  "token_digest",
  "email",
  "role",
  "valid",
  "locale",
  "disabled_at",
  "locked_until",
  "erased_at",
  "password_hash",
  "totp_secret",
  "totp_confirmed_at",
  "building_ids",
  "scopes",
  "created_at",
  "expires_at",
  "accepted_at",
  "revoked_at",
  "consented_at",
  "use",
  "time_zone",
  "from_provider",
] as const;

/** A field in plain words, or by the name that it has in the database. */
export function useFieldText(): (field: string) => string {
  const { t } = useTranslation();
  return (field) => {
    const known = knownFields.find((one) => one === field);
    return known === undefined ? field.replaceAll("_", " ") : t(`auditField.${known}`);
  };
}
