// A dialog over the page; Esc and its button close it, and the focus goes back to where it was.
import { make } from "./dom.js";

export class Sheet {
  constructor(title, close) {
    this.body = make("div", { class: "over__body stack" });
    this.heading = make("h2", { id: "over-title", tabindex: "-1" }, title);
    const button = make("button", { class: "btn btn--quiet", type: "button" }, close);
    this.node = make(
      "dialog",
      { class: "over", "aria-labelledby": "over-title" },
      make("div", { class: "over__head" }, this.heading, button),
      this.body,
    );
    button.addEventListener("click", () => this.node.close());
    this.node.addEventListener("click", (event) => event.target === this.node && this.node.close());
    document.body.append(this.node);
  }

  open(title, ...parts) {
    this.heading.textContent = title;
    this.body.replaceChildren(...parts);
    if (!this.node.open) this.node.showModal();
    this.node.scrollTop = 0;
    this.heading.focus();
  }
}

