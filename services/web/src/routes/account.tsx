import { useTranslation } from "react-i18next";
import { ApiTokens } from "../features/account/api-tokens.tsx";
import { PasswordSection } from "../features/account/password-section.tsx";
import { ProfileSection } from "../features/account/profile-section.tsx";
import { SecondFactorSection } from "../features/account/second-factor-section.tsx";
import { SessionsSection } from "../features/account/sessions-section.tsx";
import { YourRights } from "../features/account/your-rights.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMe } from "../session/me-context.ts";
import "../features/account/account.css";

/** One's own name, ways in, places where one is signed in, and tokens. */
export function AccountPage() {
  const { t } = useTranslation();
  const { hasPassword } = useMe();
  useDocumentTitle(t("account.title"));
  return (
    <>
      <h1 className="page-title">{t("account.title")}</h1>
      <div className="account-page">
        <ProfileSection />
        <YourRights />
        {hasPassword && <PasswordSection />}
        {hasPassword && <SecondFactorSection />}
        <SessionsSection />
        <ApiTokens />
      </div>
    </>
  );
}
