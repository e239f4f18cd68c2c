/** A browser that follows redirects over HTTP and keeps each origin's cookies. */
export interface RedirectFollower {
  /** By origin, then by name. */
  readonly cookies: Map<string, Map<string, string>>;
  /** One request; where it sends to, resolved. */
  visit(
    url: string,
  ): Promise<{ readonly status: number; readonly location: string | undefined; readonly text: string }>;
  /** Follows until `stop` says so of the next address, or nothing leads on; resolves with that address. */
  follow(url: string, stop: (next: URL) => boolean): Promise<string>;
}

const most = 20;

export function createRedirectFollower(): RedirectFollower {
  const cookies = new Map<string, Map<string, string>>();
  const visit = async (url: string) => {
    const { origin } = new URL(url);
    const jar = cookies.get(origin) ?? new Map<string, string>();
    cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";", 1)[0]?.split(/=(.*)/s) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get("location");
    return {
      status: response.status,
      location: location === null ? undefined : new URL(location, url).href,
      text: await response.text(),
    };
  };
  const follow = async (url: string, stop: (next: URL) => boolean) => {
    let at = url;
    for (let n = 0; n < most; n += 1) {
      const { location, status, text } = await visit(at);
      if (location === undefined) throw new Error(`${at} leads nowhere: ${status} ${text}`);
      if (stop(new URL(location))) return location;
      at = location;
    }
    throw new Error(`${url} leads on and on`);
  };
  return { cookies, visit, follow };
}
