// The two sides at the foot of a page as they stand now, and what a difference may come from.
import { formatRupiah } from "../support/rupiah.js";
import { shortly } from "../support/spoken.js";
import { keepingStill } from "./calmly.js";
import { make } from "./dom.js";
import { rupiahText, told } from "./told.js";

const MILLION = 1e6;

/** The line of the dock, by the template of its state. @param {object} found what `check` gives */
export function showBalance({ amounts, gap }) {
  const state = stateOf(gap);
  const template = document.getElementById(`balance-${state}`);
  const place = document.getElementById("page-balance");
  if (!template || !place) return;
  const fresh = template.content.cloneNode(true);
  fill(fresh, wordsFor(state, amounts, gap));
  place.replaceChildren(fresh);
}

/** Likely causes under the fields, once somebody has left one. */
export function showHints({ hints, gap }, draft) {
  const place = document.getElementById("live-difference");
  if (!place) return;
  const sentences = stateOf(gap) === "uneven" ? hints.map(({ key, code }) => hint(key, code, draft)) : [];
  keepingStill(() => {
    place.hidden = !sentences.length;
    place.querySelector("ul").replaceChildren(...sentences.map((each) => make("li", {}, each)));
  });
}

const hint = (key, code, draft) => told(draft.island.words.hints[key], { label: code && draft.name(code) });

function stateOf(gap) {
  if (gap === null) return "unknown";
  return ["0", "1", "-1"].includes(gap) ? "even" : "uneven";
}

function wordsFor(state, amounts, gap) {
  if (state === "unknown") return {};
  if (state === "even") return { assets: short(Number(amounts.total_assets)) };
  const { total_assets: assets, total_liabilities_and_equity: funds } = amounts;
  return { assets: rupiahText(assets), funds: rupiahText(funds), gap: rupiahText(gap.replace("-", "")) };
}

/** As the server's short_money; a loss in brackets. */
function short(amount) {
  const size = Math.abs(amount);
  const text = size < MILLION ? formatRupiah(size) : shortly(size).replace(" ", "\u00a0");
  return amount < 0 ? `(${text})` : text;
}

function fill(fragment, words) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = told(walker.currentNode.data, words);
}
