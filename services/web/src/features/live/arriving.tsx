import { useState } from "react";

interface ArrivingProps {
  readonly text: string;
  /** Changes with each arrival, also where the text stays the same. */
  readonly mark: string | number;
  readonly className: string;
  readonly testId: string;
  readonly point?: string;
}

/** A value that pulses once when a new one arrives, and not when the page opens. */
export function Arriving({ text, mark, className, testId, point }: ArrivingProps) {
  const [opened] = useState(mark);
  return (
    <span
      key={mark}
      className={mark === opened ? `${className} number` : `${className} number arrived`}
      data-testid={testId}
      data-point={point}
    >
      {text}
    </span>
  );
}
