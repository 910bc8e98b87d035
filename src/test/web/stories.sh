#!/usr/bin/env bash
# Runs the browser stories against the built jar, all of them in Chromium and a few that touch drawing with its form, import and the table in Firefox;
# brings browsers where it can, says what to install where it cannot. All of them in Firefox: npm run stories:firefox
set -euo pipefail
cd "$(dirname "$0")"
../needs.sh chromium firefox-esr fontconfig gdal-bin fonts-wqy-microhei poppler-utils
npm run --silent stories
npm run --silent stories:firefox draw-and-save import-encoding table.
