/** Gives jsdom what Mantine and the router ask of a browser. */
export function teachJsdom(): void {
  window.matchMedia ??= (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  window.scrollTo = () => undefined;
  // Charts measure their texts on it; without, they guess.
  HTMLCanvasElement.prototype.getContext = () => null;
}
