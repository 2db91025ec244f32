// Files for a report: chosen, kept on the phone, sent after it. Fetched where one chooses them or some wait.
import { Sender } from "./evidence/sending.js";
import "./evidence/evidence-files.js";
import { phone } from "./lock/phone.js";

export const sender = new Sender(phone);
