import { useTranslation } from "react-i18next";

/** What the audit has events about, as the API names it, in the order that people look for it. */
export const auditedKinds = [
  "app_user",
  "user_role",
  "user_identity",
  "invitation",
  "api_token",
  "organisation",
  "organisation_link",
  "site",
  "building",
  "building_floor_area",
  "zone",
  "point",
  "device",
  "device_point",
  "gateway",
  "delivery_point",
  "gas_coefficient",
  "meter",
  "register",
  "register_point",
  "register_parameter",
  "import_file",
  "import_mapping",
  "import_run",
  "calendar",
  "grafana_login",
  "audit_event",
  "audit_content",
] as const;

/** A kind in plain words; one that this page does not know yet by its own name. */
export function useKindText(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = auditedKinds.find((one) => one === kind);
    return known === undefined ? kind : t(`auditKind.${known}`);
  };
}
