// The rules on the phone at work on a page of a draft. Fetched after the page has been painted; nothing here
// is needed to fill in, save or send.
import { showBalance, showHints } from "./live/balance.js";
import { onceLeft } from "./live/calmly.js";
import { make } from "./live/dom.js";
import { Doubts } from "./live/doubts.js";
import { Draft } from "./live/draft.js";
import { ScoreBar } from "./live/score/bar.js";
import { typedIn } from "./live/typed.js";
import { unsentOf } from "./live/unsent.js";

const page = JSON.parse(document.getElementById("live-report").textContent);
const form = document.getElementById("page-form");

async function rules(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function showScore(draft, node) {
  const bar = new ScoreBar(node, draft);
  const before = draft.score();
  const button = node.querySelector(".score__more");
  button.hidden = false;
  button.addEventListener("click", () => open(draft, before, node));
  const follow = () => bar.show(draft.score(typedIn(form)));
  form?.addEventListener("input", follow);
  follow();
}

/** What stands behind the bar is a file of its own, asked for when somebody wants to see it. */
async function open(draft, before, node) {
  const { script, tryout } = draft.island;
  node.querySelector(".score__away")?.remove();
  try {
    const { showDetails } = await import(script);
    showDetails(draft, before, typedIn(form));
  } catch {
    node.append(make("p", { class: "score__away small", role: "alert" }, tryout.away));
  }
}

/** The fields asked about and the two sides held against each other; only where figures are typed. */
function watch(draft) {
  const look = () => draft.check(typedIn(form));
  form.addEventListener("input", () => showBalance(look())); // never on leaving: a press must find what it aimed at
  onceLeft(form, () => showHints(look(), draft));
  showHints(look(), draft);
  return new Doubts(form, draft);
}

async function begin() {
  document.head.append(make("link", { rel: "stylesheet", href: page.styles }));
  const files = [page.checking, page.spoken, page.scoring];
  const [checking, spoken, scoring] = await Promise.all(files.map((each) => each && rules(each)));
  const island = { ...page, ...spoken };
  const pages = [...checking.pages, ...(island.asked ?? [])].map(([code]) => code);
  const { figures, answers } = await unsentOf(island, pages).catch(() => ({}));
  const whole = { ...island, figures: { ...island.figures, ...figures }, answers: { ...island.answers, ...answers } };
  const draft = new Draft(whole, checking, scoring ?? null);
  const node = document.getElementById("live-score");
  if (scoring && node) showScore(draft, node);
  if (form?.querySelector("money-field")) watch(draft);
  document.documentElement.dataset.live = "ready";
}

begin().catch(() => {}); // without its rules the page stays as it was served
