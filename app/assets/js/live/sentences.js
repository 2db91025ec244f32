// A doubt as the sentence the server would say (app/reports/wording.py, leaps.py). Pure.
import { decimalText, magnitude } from "../rules/numbers.js";
import { countText, rupiahText, told } from "./told.js";

const LEAPS = ["ten_times", "jump_up", "jump_down"];

/** @param {object} found a doubt of `check` @param {object} draft see draft.js */
export function sentence(found, draft) {
  const { questions } = draft.island.words;
  if (LEAPS.includes(found.key)) return leap(found, draft, questions);
  if (found.parameters.message) return told(found.parameters.message, sides(found, draft));
  return told(questions[found.key], { share: percentText(found.parameters.share) });
}

function leap(found, draft, questions) {
  const { old, new: fresh, times } = found.parameters;
  const parameters = {
    label: draft.name(found.figures[0]),
    last: draft.beside(found.figures[0]).name,
    old: rupiahText(old),
    new: rupiahText(fresh),
    times: fresh === "0" ? "" : decimalText(aboveOne(times), 0),
  };
  return told(questions[`leap_${kindOf(found.key, old, fresh, times)}`], parameters);
}

function kindOf(key, old, fresh, times) {
  if (fresh === "0") return "nought";
  const [top, under] = parts(times);
  const way = key === "ten_times" ? "ten" : top > under ? "up" : "down";
  const [[was, wasUnder], [is, isUnder]] = [parts(old), parts(fresh)];
  return was * top * isUnder === is * wasUnder * under ? way : `pace_${way}`;
}

function sides({ figures, parameters }, draft) {
  const text = figures.some((code) => draft.isCounted(code)) ? countText : rupiahText;
  return { left: text(parameters.left), right: text(parameters.right) };
}

function parts(text) {
  const [top, under = "1"] = text.split("/");
  return [BigInt(top), BigInt(under)];
}

function aboveOne(text) {
  const [top, under] = parts(text);
  return magnitude(top) < under ? `${under}/${top}` : text;
}

function percentText(share = "0") {
  const [top, under] = parts(share);
  return decimalText(`${100n * top}/${under}`, 1);
}
