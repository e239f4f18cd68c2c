import encodeQR from "qr";

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** Modules of white around the code, without which cameras do not find it. */
const border = 4;

/** A QR code, drawn here: what it says goes nowhere. */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = encodeQR(text, "raw", { border });
  const size = rows.length;
  // One path for all of it: a square for each dark module.
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
