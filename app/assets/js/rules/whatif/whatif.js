// The smallest honest changes that reach the next grade: a simulation that never enters the report.
// A case with gaps counts as the lowest it can still come to, so nothing is promised that is not known.
import { gradeOf, outcome, readRules, told } from "../engine.js";
import { largest, scoreText } from "../numbers.js";
import { ready } from "../ready.js";
import { addUp } from "../totals.js";
import { bestOf } from "./best.js";
import { changed, changesBy } from "./changes.js";
import { nearestOf } from "./nearest.js";
import { Ways } from "./ways.js";

/** What is, what is next, the ratios nearest to a better band, and up to three ways to get there:
 * {now, goal, nearest, ways}; `goal` is null in the best grade. Arguments as of `score` in rules.js.
 * A way: `steps` of money (key and rupiah), `items` to meet by questionnaire, the `figures` that would
 * change, the indicators `moved`, and the whole `score` it leads to. */
export function whatIf(data, figures, answers = {}, { isComplete = false, counts = {} } = {}) {
  const rules = ready(data, readRules);
  const kase = { figures, answers, counts, isComplete };
  const sums = addUp(rules.plan, kase.figures, kase.isComplete);
  const found = outcome(rules, sums.values, kase.answers, kase.counts);
  const [lowest] = found.range;
  const grade = gradeOf(rules, lowest);
  const place = rules.grades.from.indexOf(grade);
  const now = { total: scoreText(lowest), grade: grade.code, isComplete: found.total !== null };
  const nearest = nearestOf(rules, found, sums);
  if (place === rules.grades.at.length) return { now, goal: null, nearest, ways: [] };
  const least = (rules.grades.at[place] + 1n) / 2n;
  const goal = { total: scoreText(least), grade: rules.grades.from[place + 1].code };
  const ways = new Ways(rules, kase, least);
  const best = bestOf(ways, assetsOf(rules, sums), itemsOf(rules));
  return { now, goal, nearest, ways: best.map((way) => toldWay(rules, kase, found, ways, way)) };
}

function assetsOf({ plan }, { values, unit }) {
  return largest([1n, (values[plan.place.get("total_assets")] ?? 0n) / unit]);
}

function itemsOf({ indicators }) {
  return BigInt(indicators.flatMap((one) => one.items ?? []).length);
}

/** A way with everything it changes, and the whole score it leads to. */
function toldWay(rules, kase, found, ways, { stops, jumps }) {
  const by = changesBy(stops);
  const figures = changed(kase.figures, by);
  const answers = ways.met(jumps);
  const { values } = addUp(rules.plan, figures, kase.isComplete);
  const score = told(rules, outcome(rules, values, answers, kase.counts));
  const before = told(rules, found).indicators;
  const moved = score.indicators.map((to, place) => ({ code: to.code, from: before[place], to }));
  return {
    steps: stops.map(({ lever, amount }) => ({ key: lever.key, amount: String(amount) })),
    items: toldItems(kase, jumps),
    figures: Object.fromEntries(Object.keys(by).map((code) => [code, String(figures[code])])),
    moved: moved.filter(({ from, to }) => from.value !== to.value || from.points !== to.points),
    score,
  };
}

/** By questionnaire: items nobody has answered, and items answered with no. */
function toldItems(kase, jumps) {
  const byQuestionnaire = new Map();
  for (const { one, items } of jumps) {
    const its = byQuestionnaire.get(one) ?? { code: one.code, section: one.section, open: [], unmet: [] };
    for (const item of items) (kase.answers[item] == null ? its.open : its.unmet).push(item);
    byQuestionnaire.set(one, its);
  }
  return [...byQuestionnaire.values()];
}
