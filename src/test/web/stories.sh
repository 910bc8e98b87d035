#!/usr/bin/env bash
# Runs the browser stories against the built jar; brings a browser where it can, says what to install where it cannot.
set -euo pipefail
cd "$(dirname "$0")"
../needs.sh chromium fontconfig gdal-bin fonts-wqy-microhei poppler-utils
GREENPLAN_CHROMIUM=${GREENPLAN_CHROMIUM:-/usr/bin/chromium} npm run --silent stories
