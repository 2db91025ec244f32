// Rupiah as people type it: strict, whole, never a float. The same rule as app/shared/money.py;
// both are held to tests/money_cases.json.
export const LARGEST = 10 ** 14;

const SPACE = "[ \\u00a0\\u2009\\u202f]";
const EDGES = /^[ \t\r\n\u00a0\u2009\u202f]+|[ \t\r\n\u00a0\u2009\u202f]+$/g;
const PREFIX = new RegExp(`^(?:Rp\\.?)?${SPACE}*`, "i");
const WHOLE = new RegExp(
  `^(?:[0-9]+|[0-9]{1,3}(?:\\.[0-9]{3})+|[0-9]{1,3}(?:${SPACE}[0-9]{3})+)(?:,00|,-)?$`,
);
const ENGLISH = /^[0-9]{1,3}(?:,[0-9]{3}){2,}$/;
const NEGATIVE = /^[-\u2212(].*[0-9]/;
const CENTS = /^(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),[0-9]{1,2}$/;
const UNCLEAR = /^[0-9][0-9.,]*$/;
const grouped = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 0 });

/** Whole rupiah, or the fault that says what is wrong with the text.
 * @param {string} typed @returns {{amount: number} | {fault: string}} */
export function parseRupiah(typed) {
  let text = typed.replace(EDGES, "");
  if (!text) return { fault: "empty" };
  text = text.replace(PREFIX, "");
  if (WHOLE.test(text)) return withinReason(text.replace(/,(?:00|-)$/, ""));
  if (ENGLISH.test(text)) return withinReason(text);
  return { fault: faultOf(text) };
}

function withinReason(text) {
  const digits = text.replace(/[^0-9]/g, "").replace(/^0+(?=[0-9])/, "");
  if (digits.length > 15 || Number(digits) > LARGEST) return { fault: "huge" };
  return { amount: Number(digits) };
}

function faultOf(text) {
  if (NEGATIVE.test(text)) return "negative";
  if (CENTS.test(text)) return "cents";
  return UNCLEAR.test(text) ? "ambiguous" : "format";
}

/** 12500000 -> "12.500.000" */
export function formatRupiah(amount) {
  return grouped.format(amount);
}

/** What an unclear figure may have meant: "86.40" -> ["8.640", "86.400.000"]. */
export function meanings(typed) {
  const digits = Number(typed.replace(/[^0-9]/g, ""));
  const millions = Math.round(Number(typed.replace(/[.,](?=.*[.,])/g, "").replace(",", ".")) * 1e6);
  return [digits, millions].filter(Number.isSafeInteger).map(formatRupiah);
}
