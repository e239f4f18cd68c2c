import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import type { Portal } from "./portal.ts";
import { theme } from "./theme/theme.ts";

interface AppProps {
  readonly portal: Portal;
  /** In tests nothing moves. */
  readonly env?: "default" | "test";
}

export function App({ portal, env = "default" }: AppProps) {
  return (
    <StrictMode>
      <MantineProvider theme={theme} forceColorScheme="light" env={env}>
        <QueryClientProvider client={portal.queryClient}>
          <RouterProvider router={portal.router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
