import { describe, expect, it } from "vitest";
import { describeBrowser } from "./describe-browser.ts";

describe("a browser", () => {
  it("is named as people know it", () => {
    const chrome =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
    expect(describeBrowser(chrome)).toBe("Chrome, Windows");
    expect(describeBrowser(`${chrome} Edg/142.0.0.0`)).toBe("Edge, Windows");
    const iphone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
    expect(describeBrowser(iphone)).toBe("Safari, iOS");
  });
  it("may be none that we know", () => {
    expect(describeBrowser("curl/8.0")).toBeUndefined();
    expect(describeBrowser(null)).toBeUndefined();
  });
});
