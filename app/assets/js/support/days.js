// Days as Indonesians write them; the same words as the server's day_date.
const DAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const MONTHS = [
  "Januari", "Februari", "Maret", "April", "Mei", "Juni",
  "Juli", "Agustus", "September", "Oktober", "November", "Desember",
];
const EARLIEST = 1000; // while a year is being typed it is 1, 19, 199

/** "1998-12-08" -> "Selasa, 8 Desember 1998"; what is no day yet gives nothing. */
export function dayInWords(text) {
  const [year, month, number] = text.split("-").map(Number);
  const day = new Date(Date.UTC(year, month - 1, number));
  if (!(year >= EARLIEST) || Number.isNaN(day.getTime())) return "";
  return `${DAYS[day.getUTCDay()]}, ${number}\u00a0${MONTHS[month - 1]} ${year}`;
}
