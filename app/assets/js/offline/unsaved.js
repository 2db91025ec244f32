// Whether something typed here would be lost by loading the page again.
const OTHERS = "form[method=post]:not(auto-save form)";

/** Asks whoever would stop the person from leaving, then every form that saves nothing by itself. */
export function hasUnsaved() {
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  const isWriting = [...document.querySelectorAll("auto-save")].some((each) => each.isOpen); // on the phone, not sent
  return leaving.defaultPrevented || isWriting || [...document.querySelectorAll(OTHERS)].some(isChanged);
}

const isChanged = (form) => [...form.elements].some((field) => field.name && differs(field));

function differs(field) {
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.type === "hidden" || field.value === undefined) return false;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value);
  return field.value !== (field.defaultValue ?? "");
}
