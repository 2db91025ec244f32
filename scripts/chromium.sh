#!/bin/sh
# Print the path of a Chromium; where there is none, install it by the system's package manager.
find_one() {
  for name in ${CHROMIUM_PATH:-} chromium chromium-browser google-chrome google-chrome-stable; do
    path=$(command -v "$name" 2>/dev/null) && "$path" --version >/dev/null 2>&1 && echo "$path" && return
  done
  return 1
}

package_command() {
  if command -v apt-get >/dev/null; then
    echo 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium'
  elif command -v dnf >/dev/null; then
    echo 'dnf install -y -q chromium'
  elif command -v apk >/dev/null; then
    echo 'apk add -q chromium'
  elif command -v pacman >/dev/null; then
    echo 'pacman -S --noconfirm --quiet chromium'
  fi
}

find_one && exit
install=$(package_command)
if [ "$(id -u)" = 0 ]; then as_root='sh -c'; else as_root='sudo -n sh -c'; fi
if [ -n "$install" ]; then
  echo '== Memasang Chromium lewat pengelola paket sistem' >&2
  $as_root "$install" >&2 && find_one && exit
fi
echo "Uji peramban memerlukan Chromium dan memasangnya perlu hak administrator. Jalankan sebagai root: ${install:-pasang paket chromium}" >&2
echo 'Bila sudah ada di tempat lain: make test CHROMIUM_PATH=/jalan/ke/chromium' >&2
exit 1
