#!/bin/sh
# Install the system programs that a step needs, where this is Debian and we are root; else say what is missing.
set -eu

case "${1:-}" in
python) programs="python3:python3-venv" ;;
test) programs="soffice:libreoffice-writer-nogui pdftoppm:poppler-utils npm:npm git:git chromium:chromium" ;;
*) echo "usage: system.sh python|test" >&2; exit 2 ;;
esac

missing=""
for pair in $programs; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair#*:}"
done
if [ "$1" = python ] && ! "${PYTHON:-python3}" -c "import ensurepip" >/dev/null 2>&1; then
    missing="$missing python3-venv"
fi
# without a Chinese font LibreOffice shows boxes and lays lines out otherwise than Word does
if [ "$1" = test ] && ! fc-list :lang=zh 2>/dev/null | grep -q .; then
    missing="$missing fontconfig fonts-noto-cjk"
fi
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "please install first:$missing" >&2
    exit 3
fi
