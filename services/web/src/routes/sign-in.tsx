import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { providerSignInUrl, signInWaysQuery } from "../api/session.ts";
import { SignInForm } from "../features/session/sign-in-form.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { localPath } from "../session/local-path.ts";
import "../forms/forms.css";
import "../features/session/session.css";

const route = getRouteApi("/connexion");

export function SignInPage() {
  const { t } = useTranslation();
  const { suite, probleme } = route.useSearch();
  const next = localPath(suite);
  useDocumentTitle(t("signIn.title"));
  return (
    <section className="surface door">
      <h1 className="page-title">{t("signIn.title")}</h1>
      {probleme !== undefined && (
        <p role="alert" className="form-error door-problem">
          {t(probleme === "busy" ? "signIn.providerAway" : "signIn.providerRefused")}
        </p>
      )}
      <ProviderButton next={next} />
      <SignInForm next={next} />
      <p className="door-more">
        <Link to="/mot-de-passe">{t("signIn.forgotten")}</Link>
      </p>
    </section>
  );
}

/** Where the agency has a provider of its own, most people come that way. */
function ProviderButton({ next }: { readonly next: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(signInWaysQuery);
  if (data === undefined || data.provider === null) return null;
  return (
    <>
      <a className="provider-button" href={providerSignInUrl(next)}>
        {t("signIn.with", { provider: data.provider })}
      </a>
      <p className="door-or">
        <span>{t("signIn.or")}</span>
      </p>
    </>
  );
}
