import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { type Language, startI18n } from "../i18n/language.ts";
import { teachJsdom } from "./teach-jsdom.ts";

/** Renders a part of a page in one language, with what every page stands on. */
export async function renderPagePart(part: ReactNode, language: Language = "fr") {
  teachJsdom();
  await startI18n(language);
  return render(<MantineProvider env="test">{part}</MantineProvider>);
}
