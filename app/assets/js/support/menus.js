// Folded menus close by Escape and by a tap elsewhere; a request that got lost is told.
import { notice } from "./answer.js";

const MENUS = "details.menu[open], details.more[open]";

export function tendMenus() {
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(MENUS)) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll(MENUS)) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

export function tellLostRequests() {
  document.addEventListener("htmx:error", () => notice(document.body.dataset.lost));
  document.addEventListener("htmx:response:error", (event) => {
    if (event.detail.ctx.response.status >= 500) notice(document.body.dataset.lost);
  });
}
