// Runs the phone's rules on a file of questions: `node run.mjs RULES.json QUESTIONS.jsonl`, one answer a line.
import { readFile } from "node:fs/promises";
import { gradeOf, readRules, tally } from "../../app/assets/js/rules/engine.js";
import { scoreText } from "../../app/assets/js/rules/numbers.js";
import { check, decimalText, fill, missing, score } from "../../app/assets/js/rules/rules.js";
import { Draft } from "../../app/assets/js/live/draft.js";
import { bandWords } from "../../app/assets/js/live/score/bands.js";
import { sentence } from "../../app/assets/js/live/sentences.js";
import { changesBy } from "../../app/assets/js/rules/whatif/changes.js";
import { leversOf } from "../../app/assets/js/rules/whatif/levers.js";
import { Ways } from "../../app/assets/js/rules/whatif/ways.js";
import { whatIf } from "../../app/assets/js/rules/whatif/whatif.js";
import { Answers } from "../../app/assets/js/suggest/answers.js";
import { everyday } from "../../app/assets/js/suggest/meaning.js";
import { snowball } from "../../app/assets/js/suggest/snowball.js";
import { tokens } from "../../app/assets/js/suggest/words.js";

const [rulesFile, questionsFile] = process.argv.slice(2);
const rules = JSON.parse(await readFile(rulesFile, "utf8"));

let answers = null;
const ready = () => (answers ??= new Answers(rules));

const ANSWERS = {
  /** What is suggested for a question, from the file of short answers. */
  suggest: ({ text, most }) => ready().for(text, most).map(({ ref, sentence }) => [ref, sentence]),
  tokens: ({ text }) => tokens(text),
  snowball: ({ words }) => words.map(snowball),
  stems: ({ words }) => words.map((word) => ready().meaning.stem(word)),
  everyday: ({ words }) => words.map(everyday),
  score: ({ figures, answers, ...options }) => ({
    score: score(rules, figures, answers, options),
    missing: missing(rules, figures, answers, options),
  }),
  grade: ({ total }) => {
    const grades = { at: rules.grades.at.map(BigInt), from: rules.grades.from };
    return gradeOf({ grades }, BigInt(total)).code;
  },
  aspects: ({ sums }) => {
    const ready = readRules(rules);
    const pairs = ready.aspects.map((aspect) => sums[aspect.code].map(BigInt));
    const points = pairs.map(([sum]) => sum * ready.scale);
    const found = tally(ready, points, pairs.map(([, count]) => count));
    return { aspects: found.aspects.map(scoreText), total: scoreText(found.total) };
  },
  check: ({ figures, ...options }) => check(rules, figures, options),
  fill: ({ figures, isComplete }) => fill(rules, figures, isComplete),
  bands: ({ words }) =>
    readRules(rules).indicators.map((one) =>
      one.items ? [] : [...one.at, null].map((_, place) => bandWords(one, place, words)),
    ),
  /** Each doubt of a report with its sentence. */
  sentences: ({ figures, before, yearAgo, quarters, words }) => {
    const draft = new Draft({ figures, before, yearAgo, quarters, carried: {}, words }, rules, null);
    const said = draft.check().doubts.filter(({ key }) => !["loss", "same", "thousand"].includes(key));
    return said.map((each) => [each.key, sentence(each, draft)]);
  },
  decimal: ({ text, places }) => decimalText(text, places),
  /** What a lever changes when it is moved so far; null where there is nothing to move. */
  moved: ({ figures, isComplete, key, amount }) => {
    const lever = leversOf(figures, isComplete).find((each) => each.key === key);
    if (!lever) return null;
    const by = changesBy([{ lever, amount: BigInt(amount) }]);
    return Object.fromEntries(Object.entries(by).map(([code, change]) => [code, String(change)]));
  },
  whatIf: ({ figures, answers, ...options }) => {
    const given = JSON.stringify([figures, answers]);
    const found = whatIf(rules, figures, answers, options);
    const isUntouched = JSON.stringify([figures, answers]) === given;
    return { ...found, isUntouched, looks: looksFor(figures, answers, options) };
  },
};

/** How often the search scored the case before it tidied up: the bound of its time. */
function looksFor(figures, answers, { isComplete = false, counts = {} }) {
  const ways = new Ways(readRules(rules), { figures, answers, counts, isComplete }, 10_000n);
  ways.all();
  return ways.search.looks;
}

const lines = (await readFile(questionsFile, "utf8")).split("\n").filter(Boolean);
const answered = lines.map((line) => {
  const { ask, ...question } = JSON.parse(line);
  return JSON.stringify(ANSWERS[ask](question));
});
process.stdout.write(answered.map((line) => `${line}\n`).join(""));
