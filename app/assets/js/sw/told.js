// What the server tells the worker: with the script of the build, and with each page.
export const { build, shell, offline, home, doors } = self.told;
export const PAGE = "X-Offline-Page"; // may be kept, for this person
export const READER = "X-Reader"; // whom the page is for
export const BUILD = "X-Build"; // whose files it needs
export const FORGET = "X-Offline-Forget"; // somebody has left
export const pathOf = (url) => new URL(url, location.origin).pathname;
