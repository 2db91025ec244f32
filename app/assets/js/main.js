// What every page loads: htmx, our elements, and three things that hold for all forms.
import "htmx.org";
import "./elements/auto-save.js";
import "./elements/error-summary.js";
import "./elements/fill-zeros.js";
import "./elements/filter-fold.js";
import "./elements/money-field.js";
import "./elements/print-button.js";
import "./elements/show-password.js";
import "./elements/theme-choice.js";
import { dropTaken } from "./support/draft-copy.js";
import { tellLostRequests, tendMenus } from "./support/menus.js";
import { guardForms } from "./support/once.js";

dropTaken();
guardForms();
tendMenus();
tellLostRequests();
