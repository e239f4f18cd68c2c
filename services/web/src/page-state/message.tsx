import type { ReactNode } from "react";
import "./page-state.css";

interface MessageProps {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** What a page says where it has nothing to show. */
export function Message({ title, text, children }: MessageProps) {
  return (
    <div className="message">
      <h2 className="section-title">{title}</h2>
      {text !== undefined && <p className="muted">{text}</p>}
      {children}
    </div>
  );
}
