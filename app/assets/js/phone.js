// The pages of what lies on the phone, and of leaving it: few are opened, so they come by themselves.
import "./lock/leave-guard.js";
import "./lock/pin-lock.js";
import "./offline/offline-ready.js";
import "./outbox/outbox-list.js";
import "./rescue/save-copy.js";
