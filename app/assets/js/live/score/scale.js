// The range on its scale, the same picture as app/templates/components/range.html.
import { shape } from "../dom.js";

const LONG = 3.28; // a hundredth of the picture's width
const at = (score) => (score * LONG).toFixed(1);

/** [[from, to, tone]] of an instrument's grades, the worst first. */
export function zonesOf(rules, grades) {
  const edges = [0, ...rules.grades.at.map((each) => Math.ceil(Number(each) / 2) / 100), 100];
  return grades.map(([, tone], place) => [edges[place], edges[place + 1], tone]);
}

/** The picture of a range between two scores, said in words for those who do not see it. */
export function scale(zones, low, high, words) {
  const picture = shape("svg", { class: "range", viewBox: "0 0 328 14", role: "img", "aria-label": words });
  for (const [from, to, tone] of zones) {
    picture.append(stretch(`z-${tone} off`, from ? from + 1 / LONG : 0, to - 1 / LONG));
    const [start, end] = [Math.max(from, low), Math.min(to, high)];
    if (end > start) picture.append(stretch(`z-${tone}`, start, end));
  }
  const width = Math.max((high - low) * LONG, 4).toFixed(1);
  const x = Math.min(low * LONG, 324).toFixed(1);
  picture.append(shape("rect", { class: "span", x, y: 1.5, width, height: 11 }));
  return picture;
}

function stretch(name, from, to) {
  const width = Math.max(0, (to - from) * LONG).toFixed(1);
  return shape("rect", { class: name, x: at(from), y: 3, width, height: 8 });
}
