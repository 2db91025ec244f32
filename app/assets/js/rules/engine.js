// Scores a case by an instrument, as app/instruments/engine.py: exact, rounded only where the rules say.
import { isBlocked, mark, possible, readIndicator } from "./marks.js";
import { placeOf, plainText, rounded, scoreText, valueText } from "./numbers.js";
import { readPlan } from "./totals.js";

const HUNDREDTHS = 100n;

/** The rule file of an instrument, made ready. */
export function readRules(file) {
  return {
    id: file.id,
    best: file.best && BigInt(file.best),
    scale: BigInt(file.scale),
    weights: BigInt(file.weights),
    aspects: file.aspects.map((aspect) => ({ ...aspect, weight: BigInt(aspect.weight) })),
    indicators: file.indicators.map(readIndicator),
    plan: readPlan(file.plan),
    grades: { at: file.grades.at.map(BigInt), from: file.grades.from },
  };
}

/** Marks, aspect scores, total and range in hundredths, and the indicators that block. */
export function outcome(rules, values, answers, counts) {
  const marks = rules.indicators.map((one) => mark(one, values, answers, counts));
  const sums = addPoints(rules, marks);
  const { aspects, total } = tally(rules, sums.points, sums.counted);
  const blocked = blockedBy(rules, marks, sums.counted);
  const known = { marks, aspects, blocked };
  if (total !== null && !blocked.length) {
    return { ...known, total, low: aspects, high: aspects, range: [total, total] };
  }
  const [low, high] = [0, 1].map((end) => {
    const [points, counted] = [[...sums.points], [...sums.counted]];
    for (const one of blocked) {
      points[one.aspect] += possible(one, answers)[end];
      counted[one.aspect] += 1n;
    }
    return tally(rules, points, counted);
  });
  for (const one of blocked) aspects[one.aspect] = null;
  return { ...known, total: null, low: low.aspects, high: high.aspects, range: [low.total, high.total] };
}

/** The score of each aspect and the total in hundredths, from scaled points and counted indicators. */
export function tally(rules, points, counted) {
  const { best, scale } = rules;
  if (!best) {
    const total = rounded(points.reduce((one, other) => one + other) * HUNDREDTHS, scale);
    return { aspects: points.map((one) => rounded(one * HUNDREDTHS, scale)), total };
  }
  const aspects = points.map((one, place) =>
    counted[place] ? rounded(one * HUNDREDTHS * HUNDREDTHS, counted[place] * best * scale) : null,
  );
  if (aspects.includes(null)) return { aspects, total: null };
  const weighted = aspects.reduce((sum, one, place) => sum + one * rules.aspects[place].weight, 0n);
  return { aspects, total: rounded(weighted, HUNDREDTHS * rules.weights) };
}

/** The grade that holds a total, given in hundredths. */
export function gradeOf({ grades }, total) {
  return grades.from[placeOf(grades.at, 2n * total)];
}

function addPoints(rules, marks) {
  const points = rules.aspects.map(() => 0n);
  const counted = rules.aspects.map(() => 0n);
  marks.forEach((found, place) => {
    if (found.points === null) return;
    points[rules.indicators[place].aspect] += found.points;
    counted[rules.indicators[place].aspect] += 1n;
  });
  return { points, counted };
}

/** Indicators that should count and cannot; an aspect left out as a whole blocks too. */
function blockedBy(rules, marks, counted) {
  const blocked = rules.indicators.filter((_, place) => isBlocked(marks[place]));
  const waiting = new Set(blocked.map((one) => one.aspect));
  const isBare = (aspect) => !counted[aspect] && !waiting.has(aspect);
  return [...blocked, ...rules.indicators.filter((one) => isBare(one.aspect))];
}

/** An outcome with names and decimal text: what `flask health score` prints, and a little more. */
export function told(rules, found) {
  const text = (score) => (score === null ? null : scoreText(score));
  const grade = found.total === null ? null : gradeOf(rules, found.total).code;
  return {
    instrument: rules.id,
    status: found.total === null ? "incomplete" : "complete",
    blocked: found.blocked.map((one) => one.code),
    indicators: found.marks.map((each, place) => toldMark(rules, rules.indicators[place], each)),
    aspects: rules.aspects.map(({ code, weight }, place) => ({
      code,
      weight: plainText(weight, rules.weights),
      score: text(found.aspects[place]),
      range: [text(found.low[place]), text(found.high[place])],
    })),
    total: text(found.total),
    grade,
    range: found.range.map(text),
  };
}

function toldMark(rules, one, { condition, points, top, under }) {
  return {
    code: one.code,
    value: top === null ? null : valueText(top, under),
    points: points === null ? null : plainText(points, rules.scale),
    condition,
  };
}
