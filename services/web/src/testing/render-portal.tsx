import { createMemoryHistory } from "@tanstack/react-router";
import { configure, render } from "@testing-library/react";
import { App } from "../app.tsx";
import { type Language, startI18n } from "../i18n/language.ts";
import { createPortal } from "../portal.ts";
import { teachJsdom } from "./teach-jsdom.ts";

// Pages are loaded when they are first opened, which a busy machine takes its time for.
configure({ asyncUtilTimeout: 10_000 });

/** Opens the whole portal at an address. `at()` tells where one has got to. */
export async function renderPortal(address: string, language: Language = "fr") {
  teachJsdom();
  await startI18n(language);
  const portal = createPortal(createMemoryHistory({ initialEntries: [address] }));
  render(<App portal={portal} env="test" />);
  return { at: () => portal.router.state.location.href };
}
