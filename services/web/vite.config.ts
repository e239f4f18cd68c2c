import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

/** `npx vite` serves the pages while they are written; GTB_API_URL says where the API is that they ask. */
export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, import.meta.dirname, "GTB_");
  const api = env["GTB_API_URL"] ?? "http://127.0.0.1:8420";
  return {
    root: import.meta.dirname,
    plugins: [react()],
    server: { host: "127.0.0.1", proxy: { "/api": api } },
    build: {
      // The chart library is one chunk, loaded with the first page that draws.
      chunkSizeWarningLimit: 600,
      target: "es2022",
      rolldownOptions: {
        output: {
          // What seldom changes apart from what often does: a new release leaves the browser's copy of it valid.
          codeSplitting: {
            groups: [
              { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              { name: "charts", test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            ],
          },
        },
      },
    },
  };
});
