// Sentences of the server with its gaps filled, and amounts as it writes them. Pure.
import { decimalText } from "../rules/numbers.js";
import { formatRupiah } from "../support/rupiah.js";

/** "Kas: {amount}" with what is given; a gap nobody fills stays as it is. */
export function told(sentence, given = {}) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => given[name] ?? gap);
}

const wholeOf = (text) => {
  const [above, below = "1"] = text.split("/");
  return BigInt(above) / BigInt(below);
};

/** "1250000" -> "Rp1.250.000"; a loss stands in brackets. */
export function rupiahText(text) {
  const amount = wholeOf(text);
  return amount < 0n ? `(Rp${formatRupiah(-amount)})` : `Rp${formatRupiah(amount)}`;
}

/** A bare count: "1.250", with a true minus. */
export const countText = (text) => decimalText(String(wholeOf(text)), 0);

/** "62.00" and "78.40" -> "62,00–78,40"; one number where they are the same. */
export function rangeText([low, high]) {
  const ends = [...new Set([low, high])];
  return ends.map((end) => decimalText(end, 2)).join("–");
}

/** What a draft still lacks, in the words of the server. */
export function lackText(words, { figures, items }) {
  const key = `lacking${figures.length ? "_figures" : ""}${items.length ? "_items" : ""}`;
  const names = { lacking: "whole", lacking_figures_items: "lacking" };
  return told(words[names[key] ?? key], { figures: String(figures.length), items: String(items.length) });
}
