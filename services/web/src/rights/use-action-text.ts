import type { Action } from "@gtb/domain/access/permission";
import { useTranslation } from "react-i18next";

/** A colon has a meaning of its own in the names of texts. */
const names = {
  "organisation:read": "organisationRead",
  "organisation:manage": "organisationManage",
  "data:read": "dataRead",
  "building:write": "buildingWrite",
  "meter:write": "meterWrite",
  "exchange:write": "exchangeWrite",
  "device:write": "deviceWrite",
  "network:read": "networkRead",
  "job:read": "jobRead",
  "user:manage": "userManage",
  "audit:read": "auditRead",
} as const satisfies Record<Action, string>;

/** What a right lets one do, in plain words. */
export function useActionText(): (action: Action) => string {
  const { t } = useTranslation();
  return (action) => t(`action.${names[action]}`);
}
