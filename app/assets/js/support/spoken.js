// An amount said back, so that a missing nought is heard.
const ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const STEPS = [[1e12, "triliun"], [1e9, "miliar"], [1e6, "juta"], [1e3, "ribu"]];

/** 1248300000 -> "satu miliar dua ratus empat puluh delapan juta tiga ratus ribu" */
export function inWords(amount) {
  if (amount === 0) return ONES[0];
  const parts = [];
  let rest = amount;
  for (const [step, word] of STEPS) {
    const count = Math.floor(rest / step);
    if (count) parts.push(step === 1e3 && count === 1 ? "seribu" : `${belowThousand(count)} ${word}`);
    rest %= step;
  }
  if (rest) parts.push(belowThousand(rest));
  return parts.join(" ");
}

function belowThousand(count) {
  const parts = [];
  const hundreds = Math.floor(count / 100);
  const rest = count % 100;
  if (hundreds) parts.push(hundreds === 1 ? "seratus" : `${ONES[hundreds]} ratus`);
  if (rest) parts.push(belowHundred(rest));
  return parts.join(" ");
}

function belowHundred(count) {
  if (count < 10) return ONES[count];
  if (count < 20) return count === 10 ? "sepuluh" : count === 11 ? "sebelas" : `${ONES[count - 10]} belas`;
  const ones = count % 10;
  return `${ONES[Math.floor(count / 10)]} puluh${ones ? ` ${ONES[ones]}` : ""}`;
}

/** 12500000 -> "12,5 juta"; the same three digits as the server's short_money. */
export function shortly(amount) {
  for (const [step, word] of STEPS.slice(0, 3)) {
    if (amount < step) continue;
    const tenths = amount / step < 10 ? 100 : 10;
    const scaled = Math.floor((2 * amount * tenths + step) / (2 * step));
    return `${(scaled / tenths).toLocaleString("id-ID")} ${word}`;
  }
  return String(amount);
}

/** The line under a field: "= 12,5 juta", in words from a billion up and below a million. */
export function echo(amount) {
  if (amount < 1000) return "";
  if (amount < 1e6) return `= ${inWords(amount)} rupiah`;
  return amount < 1e9 ? `= ${shortly(amount)}` : `= ${shortly(amount)} · ${inWords(amount)} rupiah`;
}
