// A form is sent once, however often it is tapped, and not into the void while there is no signal;
// and what was written is not left by mistake.
import { takeLostBack, tellLost } from "./answer.js";

const RELEASE = 20000;
let written = null;

/** It may be sent again. */
export function release(form) {
  form.removeAttribute("aria-busy");
  for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
  for (const button of document.querySelectorAll(`[form="${form.id}"][aria-busy]`)) {
    button.removeAttribute("aria-busy");
  }
}

function hold(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function sending(event) {
  const form = event.target;
  if (form.method !== "post") return;
  if (!navigator.onLine && !form.closest("auto-save")?.keeps) {
    hold(event);
    tellLost();
    return;
  }
  written = null;
  if (form.hasAttribute("aria-busy")) {
    hold(event);
    return;
  }
  form.setAttribute("aria-busy", "true");
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => release(form), RELEASE);
}

export function guardForms() {
  document.addEventListener("submit", sending, { capture: true });
  window.addEventListener("online", takeLostBack);
  document.addEventListener("htmx:finally:request", (event) => {
    const form = event.target.closest?.("form");
    if (form) release(form);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[aria-busy]").forEach(release);
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches("form[method=post] textarea") && !event.target.closest("auto-save")) {
      written = event.target;
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (written?.isConnected && written.value.trim()) event.preventDefault();
  });
}
