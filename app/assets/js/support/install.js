// The browser offers installing whenever it likes; the offer is held until the right moment.
export function holdInstallation() {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    window.installOffer = event;
    window.dispatchEvent(new Event("installoffer"));
  });
}
