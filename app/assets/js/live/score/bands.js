// An indicator's value and the band it falls in, as app/health/spelling.py writes them. Pure.
import { decimalText, edgeOf, keyOf, placeOf, plainText, valueText } from "../../rules/numbers.js";
import { told } from "../told.js";

const UNITS = { percent: " %", times: " ×", days: "" };

/** The value of a mark in words; a dash where there is none. */
export function valueWords(one, { top, under }, words) {
  return writtenValue(one, top === null ? null : valueText(top, under), words);
}

/** The same of a value as decimal text. */
export function writtenValue(one, value, words) {
  if (value === null) return "–";
  if (one.unit === "days") return told(words.days, { n: decimalText(value, 0) });
  return `${decimalText(value, 2)}${one.items ? " %" : UNITS[one.unit ?? "percent"]}`;
}

/** The place of the band a mark fell in; null where no value decided. */
export function bandOf(one, { top, under }) {
  return one.items || top === null ? null : placeOf(one.at, keyOf(top * one.edge, under));
}

/** A band in words: "dari 5 % sampai kurang dari 7 %". Edges are doubled: even on the edge, odd just above. */
export function bandWords(one, place, words) {
  const [least, most] = [one.at[place - 1], one.at[place]];
  const text = (key) => `${shortest(one, edgeOf(key))}${UNITS[one.unit]}`;
  const reaches = (key) => (key & 1n) === 0n; // the band above begins on the edge itself
  if (least === undefined && most === undefined) return words.any;
  if (least === undefined) return told(reaches(most) ? words.less : words.most, { high: text(most) });
  if (most === undefined) return told(reaches(least) ? words.least : words.more, { low: text(least) });
  const [low, high] = [text(least), text(most)];
  if (low === high) return told(words.just, { low });
  const above = told(reaches(least) ? words.from : words.above, { low });
  return `${above} ${told(reaches(most) ? words.below : words.to, { high })}`;
}

function shortest(one, edge) {
  const text = decimalText(plainText(edge, one.edge), 2);
  return text.includes(",") ? text.replace(/,?0+$/, "") : text;
}
