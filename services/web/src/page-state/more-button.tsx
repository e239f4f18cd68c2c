import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface MoreButtonProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Asks for the next page of a long list; nothing when the list is whole. */
export function MoreButton({ query }: MoreButtonProps) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <Button variant="light" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t("list.more")}
    </Button>
  );
}
