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
const EARLIER_MARK = /[.,](?=.*[.,])/g;
const SHORT = new RegExp(`^([0-9]+(?:[.,][0-9]{1,2})?)${SPACE}*([a-z]+)\\.?$`, "i");
const NOUGHTS = { rb: 3, ribu: 3, k: 3, jt: 6, juta: 6, m: 9, miliar: 9, milyar: 9, t: 12, triliun: 12 };
const MILLION = 6;
const grouped = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 0 });

/** Whole rupiah, or the fault that says what is wrong with the text.
 * @param {string} typed @returns {{amount: number} | {fault: string}} */
export function parseRupiah(typed) {
  if (!typed.replace(EDGES, "")) return { fault: "empty" };
  const text = bare(typed);
  if (WHOLE.test(text)) return withinReason(text.replace(/,(?:00|-)$/, ""));
  if (ENGLISH.test(text)) return withinReason(text);
  return { fault: faultOf(text) };
}

function bare(typed) {
  return typed.replace(EDGES, "").replace(PREFIX, "");
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

/** What an unclear text may have meant: "86.40" 8.640 or 86.400.000, "12jt" 12.000.000. */
export function meanings(typed) {
  const text = bare(typed);
  const { fault } = parseRupiah(typed);
  const [, count, word] = (fault === "format" && SHORT.exec(text)) || [];
  let meant = [];
  if (fault === "ambiguous") {
    meant = [scaled(text.replace(/[^0-9]/g, ""), 0), scaled(text.replace(EARLIER_MARK, ""), MILLION)];
  } else if (count && word.toLowerCase() in NOUGHTS) {
    meant = [scaled(count, NOUGHTS[word.toLowerCase()])];
  }
  return [...new Set(meant)].filter((amount) => amount !== undefined);
}

// 12,5 with six noughts is 12.500.000; nothing where a part of a rupiah would remain.
function scaled(text, noughts) {
  const [whole, tail = ""] = text.replace(",", ".").split(".");
  const rest = tail.replace(/0+$/, "");
  if (rest.length > noughts) return undefined;
  return withinReason(whole + rest.padEnd(noughts, "0")).amount;
}
