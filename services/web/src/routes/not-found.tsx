import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Message } from "../page-state/message.tsx";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Message title={t("notFound.title")} text={t("notFound.text")}>
      <Button component={Link} to="/" variant="light">
        {t("notFound.back")}
      </Button>
    </Message>
  );
}
