import { useErrorText } from "../page-state/failure.tsx";
import "./forms.css";

/** Why what was sent was refused; nothing where it was not. Read out when it appears. */
export function FormError({ error }: { readonly error: Error | null }) {
  const textOf = useErrorText();
  if (error === null) return null;
  return (
    <p role="alert" className="form-error">
      {textOf(error)}
    </p>
  );
}
