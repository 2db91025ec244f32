// Why a balance sheet may not balance, as app/figures/difference.py: plain arithmetic, likeliest first.
import { magnitude } from "./numbers.js";

const STATEMENTS = ["balance_sheet", "surplus_statement"];
const SWAPPED = 9n;
const NOUGHT = 10n;

/** Assets less liabilities and equity in units; null while one of them is not known.
 * @param {import("./report.js").Account} now */
export function difference(now) {
  const [assets, funds] = [now.get("total_assets"), now.get("total_liabilities_and_equity")];
  return assets === null || funds === null ? null : assets - funds;
}

/** What the difference may come from: {key, code}; nothing when it balances.
 * @param {import("./report.js").Account | null} before */
export function hints(report, now, before = null) {
  const gap = magnitude(difference(now) ?? 0n);
  if (gap <= now.unit) return [];
  const codes = report.lines.filter((line) => STATEMENTS.includes(line.in)).map((line) => line.code);
  const size = (account, code) => magnitude(account?.get(code) ?? 0n);
  const was = (code) => size(before, code) * now.unit;
  const is = (code) => size(now, code);
  const pick = (key, holds) => codes.filter(holds).map((code) => ({ key, code }));
  const surplus = is("surplus_after_tax") === gap;
  return [
    ...(surplus ? [{ key: "equals_surplus", code: "surplus_after_tax" }] : []),
    ...pick("not_filled", (code) => !is(code) && before && was(code) === gap * before.unit),
    ...pick("equals_figure", (code) => is(code) === gap),
    ...pick("twice_figure", (code) => 2n * is(code) === gap),
    ...pick("extra_nought", (code) => hasExtraNought(now, before, code)),
    ...(gap % (SWAPPED * now.unit) === 0n ? [{ key: "swapped_digits", code: null }] : []),
  ];
}

function hasExtraNought(now, before, code) {
  const [old, fresh] = [before?.get(code), now.get(code)];
  return Boolean(old) && fresh !== null && fresh * before.unit === NOUGHT * old * now.unit;
}
