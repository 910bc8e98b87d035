#!/usr/bin/env bash
# Takes the pinned npm packages once per lock file; a second build costs nothing.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v npm >/dev/null; then
  echo "The build needs Node 18 or newer with npm (Debian, Ubuntu: apt-get install nodejs npm)." >&2
  echo "构建需要 Node 18 或更新版本及 npm(Debian、Ubuntu:apt-get install nodejs npm)。" >&2
  exit 1
fi
stamp=node_modules/.installed-lock
if ! cmp -s package-lock.json "$stamp" 2>/dev/null; then
  npm ci --no-progress --ignore-scripts
  cp package-lock.json "$stamp"
fi
