// After the second report was sent, never before: the application may stand on the screen of the phone.
const SENT = "sent";
const LATER = "later";
const ENOUGH = 2;
const isInstalled = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
const isApple = () => "standalone" in navigator;

class InstallHint extends HTMLElement {
  connectedCallback() {
    if (isInstalled()) return;
    const { after } = this.dataset;
    if (after && (count(after) < ENOUGH || localStorage.getItem(LATER))) return;
    window.addEventListener("installoffer", () => this.#show("offer"));
    if (window.installOffer) this.#show("offer");
    else if (isApple()) this.#show("apple");
    else if (!after) this.#show("menu");
    this.querySelector("[data-install]").addEventListener("click", () => this.#install());
    this.querySelector("[data-later]")?.addEventListener("click", () => this.#hide());
  }

  #show(way) {
    this.hidden = false;
    for (const each of this.querySelectorAll("[data-when]")) each.hidden = !each.dataset.when.split(" ").includes(way);
  }

  async #install() {
    await window.installOffer?.prompt();
    window.installOffer = null;
    this.#hide();
  }

  #hide() {
    localStorage.setItem(LATER, "1");
    this.hidden = true;
  }
}

/** How many reports were sent from this phone; this receipt counts once, and only right after sending. */
function count(report) {
  const sent = Number(localStorage.getItem(SENT) ?? 0);
  const cameFrom = document.referrer.replace(location.origin, "");
  if (!cameFrom.startsWith(`${report}/`) || sessionStorage.getItem(report)) return sent;
  sessionStorage.setItem(report, SENT);
  localStorage.setItem(SENT, String(sent + 1));
  return sent + 1;
}

customElements.define("install-hint", InstallHint);
