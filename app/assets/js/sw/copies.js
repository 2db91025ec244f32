// A page as it is kept, and as it is shown again. Pure: text in, text out.
const TOKEN = /<input\b[^>]*\bname="csrf_token"[^>]*>/g;
const BLANK = '<input type="hidden" name="csrf_token" value="">';
const WRITER = /(<input\b[^>]*\bname="writer"[^>]*\bvalue=")[^"]*/g;
const ONCE = /<!--once-->[^]*?<!--\/once-->/g;
const FORM = /\bname="csrf_token"/;
const LINE = /(<kept-copy\b[^>]*?) hidden([^>]*>[^]*?<time)>[^<]*/;
// What a kept page says to the browser; of the network's own headers nothing is kept.
const HEADERS = ["Content-Type", "Content-Security-Policy", "Referrer-Policy", "Permissions-Policy"];
export const AT = "X-Kept-At";
export const IS_FORM = "X-Kept-Form";
export const SIZE = "X-Kept-Size";

/** Whether somebody may write something on it. */
export const isForm = (html) => FORM.test(html);

/** Without the token, which was of one session, the name of the one open page, and what is said once. */
export const plain = (html) => html.replace(TOKEN, BLANK).replace(WRITER, "$1").replace(ONCE, "");

/** With the line that says from when it is. */
export function dated(html, at) {
  const shown = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "long" }).format(at);
  const hour = new Intl.DateTimeFormat("id-ID", { timeStyle: "short" }).format(at);
  return html.replace(LINE, `$1$2 datetime="${at.toISOString()}">${shown}, ${hour}`);
}

export function headersOf(response, more) {
  const kept = HEADERS.filter((name) => response.headers.has(name));
  return { ...Object.fromEntries(kept.map((name) => [name, response.headers.get(name)])), ...more };
}
