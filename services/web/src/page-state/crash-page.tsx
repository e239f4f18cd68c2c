import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Message } from "./message.tsx";

/** A fault of the page itself, or a part of it that could not be loaded after a new release. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <Message title={t("crash.title")} text={t("crash.text")}>
      <Button variant="light" onClick={() => window.location.reload()}>
        {t("crash.reload")}
      </Button>
    </Message>
  );
}
