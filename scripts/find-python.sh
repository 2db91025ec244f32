#!/bin/sh
# Print the first Python that is new enough and can make a virtual environment.
fits='import sys; sys.exit(sys.version_info < (3, 11))'
seen=''
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
  "$name" -c "$fits" >/dev/null 2>&1 || continue
  seen=$name
  "$name" -c 'import ensurepip, venv' >/dev/null 2>&1 && exec echo "$name"
done
if [ -n "$seen" ]; then
  echo "$($seen --version) belum bisa membuat lingkungan virtual. Di Debian/Ubuntu: apt-get install python3-venv" >&2
else
  echo "Perlu Python 3.11 atau lebih baru. Di Debian/Ubuntu: apt-get install python3 python3-venv" >&2
fi
exit 1
