// Runs inside the sandbox. Dates and numbers as text, as Node writes them in its own locale (en-US) and UTC: QuickJS has
// no Intl and pads differently. Locales and options that a codec asks for are not known here.

function padded(value) {
  return String(value).padStart(2, "0");
}

function dateText(date) {
  return `${date.getMonth() + 1}/${date.getDate()}/${date.getFullYear()}`;
}

function timeText(date) {
  const hours = date.getHours();
  return `${hours % 12 || 12}:${padded(date.getMinutes())}:${padded(date.getSeconds())} ${hours < 12 ? "AM" : "PM"}`;
}

function groupedText(value) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value < 0 ? "-∞" : "∞";
  const [whole, fraction] = String(Number(value.toFixed(3))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function installLocale() {
  const nativeText = Date.prototype.toString;
  const orInvalid = (write) =>
    function () {
      return Number.isNaN(this.getTime()) ? "Invalid Date" : write(this);
    };
  const dateMethods = {
    toString: orInvalid((date) => `${nativeText.call(date)} (Coordinated Universal Time)`),
    toLocaleString: orInvalid((date) => `${dateText(date)}, ${timeText(date)}`),
    toLocaleDateString: orInvalid(dateText),
    toLocaleTimeString: orInvalid(timeText),
  };
  const numberMethods = {
    toLocaleString() {
      return groupedText(Number(this));
    },
  };
  for (const [prototype, methods] of [
    [Date.prototype, dateMethods],
    [Number.prototype, numberMethods],
  ])
    for (const [name, value] of Object.entries(methods))
      Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}
