// The name of the chosen file, in the place where without script it only says that one is chosen.
class FileField extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    const told = this.querySelector(".file__one");
    const say = () => {
      if (input.files.length) told.textContent = [...input.files].map((file) => file.name).join(", ");
    };
    input.addEventListener("change", say);
    say();
  }
}

customElements.define("file-field", FileField);
