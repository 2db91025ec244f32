// What stands behind a score: which ratios moved, what is missing, and "Bagaimana bila", the smallest honest
// changes that reach the next grade. Only shown, never kept: nothing here writes into a form or sends anything.
// The bar of a draft asks for it; beside a score that was given it begins by itself.
import { make } from "./live/dom.js";
import { Panel } from "./live/score/panel.js";
import { Sheet } from "./live/sheet.js";
import { partsOf } from "./tryout/parts.js";

const BREATH = 50;
let sheet = null;

/** Open the details of a draft. `before`: its score as served; `now`: {figures, answers} in the fields. */
export function showDetails(draft, before, now) {
  const { score, tryout } = draft.island;
  sheet ??= new Sheet(score.title, score.close);
  const back = () => showDetails(draft, before, now);
  const told = { ...draft.case(now), scoring: draft.scoring, isComplete: false, island: draft.island };
  const tryOut = () => openWays(told, backButton(tryout.back, back));
  sheet.open(score.title, ...new Panel(draft, before).parts(draft.score(now), tryOut));
}

/** The page gets to breathe before the ways are worked out. */
async function openWays(told, ...above) {
  const words = told.island.tryout;
  const place = make("div", { class: "stack" }, make("p", { role: "status" }, words.busy));
  sheet.open(words.open, ...above, place);
  await new Promise((breathed) => setTimeout(breathed, BREATH));
  place.replaceChildren(...partsOf(told));
}

function backButton(words, back) {
  const button = make("button", { class: "btn btn--quiet", type: "button" }, words);
  button.addEventListener("click", back);
  return make("p", {}, button);
}

async function begin(button) {
  const page = JSON.parse(document.getElementById("live-report").textContent);
  document.head.append(make("link", { rel: "stylesheet", href: page.styles }));
  const came = await Promise.all([page.scoring, page.spoken].map((each) => fetch(each)));
  if (!came.every((answer) => answer.ok)) return;
  const [scoring, spoken] = await Promise.all(came.map((answer) => answer.json()));
  const { figures, answers } = page;
  const island = { ...page, ...spoken };
  const told = { scoring, figures, answers, isComplete: true, island };
  sheet = new Sheet(island.tryout.open, island.score.close);
  button.hidden = false;
  button.addEventListener("click", () => openWays(told));
  document.documentElement.dataset.live = "ready";
}

const button = document.getElementById("try-out");
if (button) begin(button).catch(() => {});
