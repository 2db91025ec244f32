// What follows after a page: it tends what the phone keeps, and says how that stands.
import "./offline/install-hint.js";
import "./offline/kept-copy.js";
import "./offline/offline-line.js";
import { fillQuietly, joinWorker, renewWhenLeft } from "./offline/filling.js";
import { forgetAtSignOut } from "./offline/leaving.js";
import { tellNewVersion } from "./offline/new-version.js";

const own = document.querySelector("offline-ready");

if (own) import(own.dataset.script);
joinWorker();
fillQuietly();
renewWhenLeft();
forgetAtSignOut();
tellNewVersion();
