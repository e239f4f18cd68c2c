import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/request.ts";
import { useLanguage } from "../format/use-format.ts";
import { Message } from "./message.tsx";

/** What to tell people about an error, in their language. */
export function useErrorText(): (error: Error) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (error) => {
    if (!(error instanceof ProblemError)) return t("failure.unreachable");
    return language === "fr" ? error.problem.messageFr : error.problem.messageEn;
  };
}

interface FailureProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  return (
    <div role="alert">
      <Message title={t("failure.title")} text={textOf(error)}>
        <Button variant="light" onClick={onRetry}>
          {t("failure.retry")}
        </Button>
        {error instanceof ProblemError && (
          <small className="muted">{t("failure.request", { id: error.problem.requestId })}</small>
        )}
      </Message>
    </div>
  );
}
