// Small pictures of photos that wait here: each opened once, and given back when it is shown no more.
import { phone } from "../lock/phone.js";

const PHOTO = /\.(jpe?g|png|webp)$/i;

export class Pictures {
  #urls = new Map();

  /** In the place of the icon; what is no photo, or cannot be shown here, keeps it. Throws Locked. */
  async show(row, file, title) {
    if (!PHOTO.test(title)) return;
    if (!this.#urls.has(file.id)) {
      const bytes = await phone.fileBytes(file);
      this.#urls.set(file.id, URL.createObjectURL(new Blob([bytes])));
    }
    const icon = row.querySelector(".attachment__look");
    const picture = Object.assign(new Image(64, 64), { className: icon.className, alt: "", src: this.#urls.get(file.id) });
    picture.addEventListener("error", () => picture.replaceWith(icon));
    icon.replaceWith(picture);
  }

  /** Of all but these files. */
  giveBack(files = []) {
    for (const [id, url] of this.#urls) {
      if (files.some((file) => file.id === id)) continue;
      URL.revokeObjectURL(url);
      this.#urls.delete(id);
    }
  }
}
