import { useRef, useState } from "react";

/** What a dialog is about, while it is open; afterwards the keyboard goes on from where it was opened. */
export function useDialog<Subject>() {
  const [subject, setSubject] = useState<Subject | null>(null);
  const opener = useRef<Element | null>(null);
  return {
    subject,
    open: (about: Subject) => {
      opener.current = document.activeElement;
      setSubject(about);
    },
    close: () => {
      setSubject(null);
      setTimeout(() => {
        // What was removed has taken its button along.
        const back = opener.current?.isConnected ? opener.current : document.getElementById("content");
        if (back instanceof HTMLElement) back.focus();
      });
    },
  };
}
