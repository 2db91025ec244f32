// A file that waits, as its line in the list.
import { phone } from "../lock/phone.js";

export async function rowOf(element, file, pictures) {
  const row = element.querySelector("ul[hidden] > li").cloneNode(true);
  const words = element.dataset;
  const part = (name) => row.querySelector(`[data-part=${name}]`);
  const about = await phone.fileAbout(file).catch(() => null);
  row.dataset.id = file.id;
  part("name").textContent = about?.title ?? words.hidden;
  part("size").textContent = words.size.replace("{n}", Math.ceil(file.size / 1024).toLocaleString("id-ID"));
  part("done").textContent = `${Math.floor((100 * file.had) / file.size)} %`;
  const why = file.state === "wrong" ? file.why || words.failed : "";
  Object.assign(part("why"), { textContent: why, hidden: !why });
  for (const each of row.querySelectorAll("[data-state]")) each.hidden = each.dataset.state !== file.state.replace("draft", "waiting");
  if (about) await pictures.show(row, file, about.title).catch(() => {});
  else pictures.giveBack(); // locked
  return row;
}
