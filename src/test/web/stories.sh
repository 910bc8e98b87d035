#!/usr/bin/env bash
# Runs the browser stories against the built jar; brings a browser where it can, says what to install where it cannot.
set -euo pipefail
cd "$(dirname "$0")"
browser=${GREENPLAN_CHROMIUM:-/usr/bin/chromium}
if [ ! -x "$browser" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-wqy-microhei
fi
if [ ! -x "$browser" ]; then
  echo "The browser stories need Chromium. Install it (Debian, Ubuntu: apt-get install chromium) or set GREENPLAN_CHROMIUM to its path." >&2
  echo "浏览器测试需要 Chromium:请安装,或用 GREENPLAN_CHROMIUM 指定其路径。" >&2
  exit 1
fi
GREENPLAN_CHROMIUM=$browser npm run --silent stories
