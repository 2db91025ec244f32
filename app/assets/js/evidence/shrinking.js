// A photo as it is kept and sent: upright, small, without what a camera writes beside the picture.
const SIDES = [1600, 1280, 1024, 800];
const QUALITIES = [0.8, 0.7, 0.6, 0.5];
const MOST_BYTES = 300 * 1024;

/** The picture as a small JPEG; what is none, or cannot be read here, as it is. */
export async function shrunk(file) {
  if (!file.type.startsWith("image/")) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return file;
  try {
    return await smallest(picture);
  } finally {
    picture.close();
  }
}

async function smallest(picture) {
  let made;
  for (const side of SIDES) {
    const paper = drawn(picture, side);
    for (const quality of QUALITIES) {
      made = await new Promise((done) => paper.toBlob(done, "image/jpeg", quality));
      if (made.size <= MOST_BYTES) return made;
    }
  }
  return made;
}

/** On white paper, as a scan would be. */
function drawn(picture, side) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const size = { width: Math.round(picture.width * scale) || 1, height: Math.round(picture.height * scale) || 1 };
  const paper = Object.assign(document.createElement("canvas"), size);
  const pen = paper.getContext("2d");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, paper.width, paper.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, paper.width, paper.height);
  return paper;
}
