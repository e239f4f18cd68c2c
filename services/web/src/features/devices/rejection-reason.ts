import { useTranslation } from "react-i18next";

/** Every reason that the API gives today; one that a later API gives is shown as it is. */
const reasons = [
  "unreadable",
  "wrong_topic",
  "time_in_future",
  "time_too_old",
  "too_large",
  "out_of_range",
  "undecodable",
  "encrypted",
] as const;

/** A reason in plain words. */
export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => {
    const known = reasons.find((one) => one === reason);
    return known === undefined ? reason : t(`reason.${known}`);
  };
}
