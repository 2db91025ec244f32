// A file that waits, as its line in the list.
import { phone } from "../lock/phone.js";

export async function rowOf(element, file) {
  const row = element.querySelector("ul[hidden] > li").cloneNode(true);
  row.dataset.id = file.id;
  const part = (name) => row.querySelector(`[data-part=${name}]`);
  part("name").textContent = (await phone.fileAbout(file).catch(() => ({ title: element.dataset.hidden }))).title;
  part("size").textContent = element.dataset.size.replace("{n}", Math.ceil(file.size / 1024).toLocaleString("id-ID"));
  part("done").textContent = `${Math.floor((100 * file.had) / file.size)} %`;
  const why = file.state === "wrong" ? file.why || element.dataset.failed : "";
  Object.assign(part("why"), { textContent: why, hidden: !why });
  for (const each of row.querySelectorAll("[data-state]")) each.hidden = each.dataset.state !== file.state.replace("draft", "waiting");
  return row;
// A waiting file as its row shows it; `words` are those of the page.
export function fill(row, file, title, words) {
  const part = (name) => row.querySelector(`[data-part=${name}]`);
  row.dataset.id = file.id;
  part("name").textContent = title;
  part("size").textContent = words.size.replace("{n}", Math.ceil(file.size / 1024).toLocaleString("id-ID"));
  part("done").textContent = `${Math.floor((100 * file.had) / file.size)} %`;
  const why = file.state === "wrong" ? file.why || words.failed : "";
  Object.assign(part("why"), { textContent: why, hidden: !why });
  for (const each of row.querySelectorAll("[data-state]")) each.hidden = each.dataset.state !== file.state;
}
