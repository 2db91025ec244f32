// What every page loads: our elements and what holds for all forms; htmx follows where it is asked.
import "./elements/auto-save.js";
import "./elements/copy-button.js";
import "./elements/date-field.js";
import "./elements/error-summary.js";
import "./elements/file-field.js";
import "./elements/fill-zeros.js";
import "./elements/filter-fold.js";
import "./elements/money-field.js";
import "./elements/print-button.js";
import "./elements/show-password.js";
import "./elements/theme-choice.js";
import "./elements/try-again.js";
import { canKeep, wakeStore } from "./draft/store.js";
import { afterPaint } from "./support/lazily.js";
import { tellLostRequests, tendMenus } from "./support/menus.js";
import { guardForms } from "./support/once.js";
import { holdInstallation } from "./support/install.js";
import { awaitQuestions } from "./support/questions.js";
import { installWorker } from "./support/worker.js";

const LIVE = document.getElementById("live-report");
const FILES = document.querySelector("evidence-files");
const THREAD = document.querySelector("waiting-messages");
const ASKED = "[hx-get], [hx-post]";

if (document.querySelector(ASKED)) import(document.body.dataset.htmx);
guardForms();
tendMenus();
tellLostRequests();
holdInstallation();
installWorker();
awaitQuestions();
if (LIVE) afterPaint(() => import(LIVE.dataset.script));
if (FILES && canKeep()) afterPaint(() => import(document.body.dataset.evidence));
if (THREAD && canKeep()) afterPaint(() => import(THREAD.dataset.script));
afterPaint(() => wakeStore().catch(() => {})); // a full phone says so where one writes
