import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { type Language, startI18n } from "../i18n/language.ts";

/** Renders a part of a page in one language, with what every page stands on. */
export async function renderPagePart(part: ReactNode, language: Language = "fr") {
  // jsdom has no media queries; Mantine asks for some.
  window.matchMedia ??= (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  await startI18n(language);
  return render(<MantineProvider env="test">{part}</MantineProvider>);
}
