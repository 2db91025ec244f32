// The name of the chosen file, in the place where without script it only says that one is chosen.
class FileField extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    const told = this.querySelector(".file__one");
    const say = () => {
      told.textContent = [...input.files].map((file) => file.name).join(", ");
    };
    for (const name of ["change", "kept"]) input.addEventListener(name, say);
    say();
  }
}

customElements.define("file-field", FileField);
