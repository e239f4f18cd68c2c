import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { rememberedLanguage, startI18n } from "./i18n/language.ts";
import { createPortal } from "./portal.ts";
import "./theme/mantine-styles.ts";
import "./theme/base.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
await startI18n(rememberedLanguage());
createRoot(root).render(<App portal={createPortal()} />);
