import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Message } from "../page-state/message.tsx";

/** What stands at an address whose page takes a right that one has not. */
export function NotAllowed() {
  const { t } = useTranslation();
  return (
    <Message title={t("notAllowed.title")} text={t("notAllowed.text")}>
      <Button component={Link} to="/compte" variant="light">
        {t("notAllowed.account")}
      </Button>
    </Message>
  );
}
