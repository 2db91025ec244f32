// A file of its own: few pages use it, and a phone at the edge of the signal need not wait for it.
import "htmx.org";

// It begins only when this file has been read to its end.
Object.assign(window.htmx.config, { noSwap: [204, 304, "5xx"], defaultTimeout: 15000 });
