// Into how many copies the files go: what was typed is in the first, which tells of every file.
const MOST_BYTES = 6 * 1024 * 1024; // in letters a third more, and a form of the dinas takes eleven
const MOST_FILES = 20; // MOST_INSIDE in app/rescue/files/held.py

export const isTooLarge = ({ size }) => size > MOST_BYTES;

/** Of each copy what it tells, and the files inside it; of one that was refused only if it is inside. */
export function parted({ files, ...work }) {
  const parts = [[]];
  for (const file of files.filter((each) => !isTooLarge(each))) {
    const last = parts.at(-1);
    const size = last.reduce((sum, each) => sum + each.size, file.size);
    if (last.length < MOST_FILES && size <= MOST_BYTES) last.push(file);
    else parts.push([file]);
  }
  const [first] = parts;
  const outside = files.filter((file) => !first.includes(file) && file.state !== "wrong");
  return parts.map((inside, at) => {
    const told = at ? { ...work, items: [], drafts: [] } : work;
    return { inside, told: { ...told, files: [...inside.map(within), ...(at ? [] : outside.map(without))] } };
  });
}

const within = (file) => ({ ...toldOf(file), isIn: true });
const without = (file) => ({ ...toldOf(file), isIn: false });
const toldOf = ({ path, kind, name, size, hash, created }) => ({ path, kind, name, size, hash, created });
