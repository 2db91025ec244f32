// Fetched by pages of consultations: what waits to be sent there, and what has been said meanwhile.
import "./thread/waiting-messages.js";
