// Names that pages and worker share: one sender at a time takes turns under the lock, and the tag
// is what the browser calls the worker by when there is a signal.
export const LOCK = "ekop-flush";
export const TAG = "ekop-outbox";
