// The summary of errors takes the focus, so that it is the first thing read.
class ErrorSummary extends HTMLElement {
  connectedCallback() {
    this.focus();
  }
}

customElements.define("error-summary", ErrorSummary);
