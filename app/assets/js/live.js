// The rules on the phone at work on a page of a draft. Fetched after the page has been painted; nothing here
// is needed to fill in, save or send.
import { ScoreBar } from "./live/bar.js";
import { Draft } from "./live/draft.js";
import { make } from "./live/dom.js";
import { Panel } from "./live/panel.js";
import { Sheet } from "./live/sheet.js";
import { typedIn } from "./live/typed.js";

const island = JSON.parse(document.getElementById("live-report").textContent);
const form = document.getElementById("page-form");

async function rules(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function showScore(draft, node) {
  const bar = new ScoreBar(node, draft);
  const panel = new Panel(draft, draft.score());
  const sheet = new Sheet(island.score.title, island.score.close);
  const now = () => draft.score(typedIn(form));
  const button = node.querySelector(".score__more");
  button.hidden = false;
  button.addEventListener("click", () => sheet.open(island.score.title, ...panel.parts(now())));
  const follow = () => bar.show(now());
  for (const name of ["input", "change"]) form?.addEventListener(name, follow);
  follow();
}

async function begin() {
  document.head.append(make("link", { rel: "stylesheet", href: island.styles }));
  const [checking, scoring] = await Promise.all([island.checking, island.scoring].map((each) => each && rules(each)));
  const draft = new Draft(island, checking, scoring ?? null);
  const node = document.getElementById("live-score");
  if (scoring && node) showScore(draft, node);
  document.documentElement.dataset.live = "ready";
}

begin().catch(() => {}); // without its rules the page stays as it was served
