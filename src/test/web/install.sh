#!/usr/bin/env bash
# Takes the pinned npm packages once per lock file; a second build costs nothing.
set -euo pipefail
cd "$(dirname "$0")"
stamp=node_modules/.installed-lock
if ! cmp -s package-lock.json "$stamp" 2>/dev/null; then
  npm ci --no-progress --ignore-scripts
  cp package-lock.json "$stamp"
fi
