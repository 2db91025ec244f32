// Whoever pressed holds this lock while waiting: a file on its way lets them go first.
export const PRESSED = "ekop-pressed";
