import { type ReactNode, useId } from "react";

interface AccountSectionProps {
  readonly title: string;
  readonly intro?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One subject of the account's page. */
export function AccountSection({ title, intro, wide = false, children }: AccountSectionProps) {
  const id = useId();
  return (
    <section className={`surface account-section ${wide ? "account-wide" : ""}`} aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {title}
      </h2>
      {intro !== undefined && <p className="muted account-intro">{intro}</p>}
      {children}
    </section>
  );
}
