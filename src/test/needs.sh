#!/usr/bin/env bash
# What the tests need beyond Java, Maven and Node, listed once. As root on Debian or Ubuntu what is missing is installed; elsewhere
# it is named, and the exit code is 1. Arguments: Debian packages; none means all of them.
set -euo pipefail

all=(chromium firefox-esr fontconfig fonts-wqy-microhei poppler-utils gdal-bin python3-gdal python3-ezdxf python3-qgis postgresql-postgis)
python=/usr/lib/python3/dist-packages

# there PACKAGE: whether what the package brings is there, wherever it came from
there() {
  case $1 in
    chromium) [ -x "${GREENPLAN_CHROMIUM:-/usr/bin/chromium}" ] ;;
    firefox-esr) [ -x "${GREENPLAN_FIREFOX:-/usr/bin/firefox-esr}" ] ;;
    fontconfig) command -v fc-list >/dev/null ;;
    fonts-wqy-microhei) fc-list :lang=zh family 2>/dev/null | grep -q . ;;
    poppler-utils) command -v pdftotext >/dev/null ;;
    gdal-bin) command -v ogrinfo >/dev/null ;;
    python3-gdal) [ -d $python/osgeo_utils ] ;;
    python3-ezdxf) [ -d $python/ezdxf ] ;;
    python3-qgis) [ -d $python/qgis ] ;;
    postgresql-postgis) [ -n "${GREENPLAN_TEST_DB:-}" ] || compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null ;;
    *) return 1 ;;
  esac
}

# missing PACKAGE…: those that are not there
missing() {
  for package; do
    there "$package" || echo "$package"
  done
}

mapfile -t wanted < <(missing "${@:-${all[@]}}")
[ "${#wanted[@]}" -gt 0 ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  # Another test run may be installing at this moment.
  apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
  "${apt[@]}" update
  "${apt[@]}" install -y --no-install-recommends "${wanted[@]}"
  mapfile -t wanted < <(missing "${wanted[@]}")
  [ "${#wanted[@]}" -gt 0 ] || exit 0
fi
echo "The tests need: ${wanted[*]}. Install them (Debian, Ubuntu: apt-get install ${wanted[*]})." >&2
echo "测试需要:${wanted[*]}。请安装(Debian、Ubuntu:apt-get install ${wanted[*]})。" >&2
echo "GREENPLAN_CHROMIUM may name another Chromium, GREENPLAN_FIREFOX another Firefox, GREENPLAN_TEST_DB the JDBC address of a scratch PostGIS server." >&2
exit 1
