// "Bagaimana bila": the smallest honest changes that reach the next grade. Only shown, never kept: nothing
// here knows the form, and nothing is sent. Beside a score it begins by itself; the page of a draft asks for it.
import { make } from "./live/dom.js";
import { Sheet } from "./live/sheet.js";
import { partsOf } from "./tryout/parts.js";

const BREATH = 50;

/** Fill a place with what could be done; the page gets to breathe before it is worked out.
 * @param {object} told {scoring, figures, answers, isComplete, island} */
export async function tryOut(place, told) {
  place.replaceChildren(make("p", { role: "status" }, told.island.tryout.busy));
  await new Promise((breathed) => setTimeout(breathed, BREATH));
  place.replaceChildren(...partsOf(told));
}

async function begin(button) {
  const island = JSON.parse(document.getElementById("live-report").textContent);
  document.head.append(make("link", { rel: "stylesheet", href: island.styles }));
  const answer = await fetch(island.scoring);
  if (!answer.ok) return;
  const { figures, answers } = island;
  const told = { scoring: await answer.json(), figures, answers, isComplete: true, island };
  const sheet = new Sheet(island.tryout.open, island.score.close);
  button.hidden = false;
  button.addEventListener("click", () => {
    const place = make("div", { class: "stack" });
    sheet.open(island.tryout.open, place);
    tryOut(place, told);
  });
  document.documentElement.dataset.live = "ready";
}

const button = document.getElementById("try-out");
if (button) begin(button).catch(() => {});
