// Signing out takes the kept pages along at once; without a signal the rest follows when there is one.
import { ask } from "./filling.js";

const FORM = 'form[action$="/keluar"]';

export function forgetAtSignOut() {
  const form = document.querySelector(FORM);
  if (!form) return;
  // On the window, for what guards all forms stops this one on the document while nothing gets through.
  window.addEventListener("submit", (event) => event.target === form && leave(form, event), { capture: true });
}

function leave(form, event) {
  ask("forget");
  if (navigator.onLine) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  form.dispatchEvent(new Event("leaving", { bubbles: true })); // whoever guards unsent work locks it now
  document.getElementById("half-left").hidden = false;
  form.hidden = true;
  const again = (signal) => {
    signal.preventDefault(); // the page is about to go anyway
    form.requestSubmit();
  };
  if (document.querySelector("kept-copy[hidden]")) window.addEventListener("online", again, { once: true });
  else document.addEventListener("signal", again, { once: true }); // once its token is a fresh one
}
