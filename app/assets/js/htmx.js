// A file of its own: few pages use it, and a phone at the edge of the signal need not wait for it.
import "htmx.org";
