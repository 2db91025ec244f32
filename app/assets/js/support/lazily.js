/** Once the page has been painted and nothing waits: what is only a help never delays what is asked for. */
export function afterPaint(act) {
  const whenIdle = window.requestIdleCallback ?? ((each) => setTimeout(each, 200));
  if (document.readyState === "complete") whenIdle(act);
  else window.addEventListener("load", () => whenIdle(act), { once: true });
}
