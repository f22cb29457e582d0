# shellcheck shell=bash
# Part of ./dev: installs the programs that are missing.

as_root() {
  if is_root; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    return 1
  fi
}

apt_install() {
  {
    as_root apt-get update -qq &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
  } >"$state/install.log" 2>&1 || {
    tail -n 3 "$state/install.log" >&2
    return 1
  }
}

install_postgres() {
  say "Installing Postgres …"
  if on_mac; then
    has brew && brew install postgresql@17 >&2 && return
    die "Postgres could not be installed. By hand: brew install postgresql@17"
  fi
  has apt-get || die "Postgres could not be installed: there is no apt-get here. Install the Postgres server by hand."
  # While this file exists, Debian's package neither creates nor starts a cluster of its own.
  local settings=/etc/postgresql-common/createcluster.d installed=yes
  as_root mkdir -p $settings &&
    echo 'create_main_cluster = false' | as_root tee $settings/where-to-report.conf >/dev/null &&
    apt_install postgresql || installed=
  as_root rm -f $settings/where-to-report.conf || true
  [ -n "$installed" ] || die "Postgres could not be installed (no network, or not root). By hand: sudo apt-get install postgresql"
}

find_chromium() {
  local candidate
  for candidate in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    # Ubuntu's chromium-browser may be a stub that only asks for a snap: believe the one that knows its version.
    if has "$candidate" && "$candidate" --version >/dev/null 2>&1; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

# Sets CHROMIUM_PATH for the browser tests.
need_chromium() {
  if [ -n "${CHROMIUM_PATH:-}" ]; then
    [ -x "$CHROMIUM_PATH" ] || die "CHROMIUM_PATH=$CHROMIUM_PATH is no program"
  elif ! CHROMIUM_PATH=$(find_chromium); then
    say "Installing Chromium …"
    prepare_state
    if on_mac; then
      { has brew && { brew install --cask chromium || brew install --cask google-chrome; } >&2; } || true
    elif has apt-get; then
      apt_install chromium || true
    fi
    CHROMIUM_PATH=$(find_chromium) ||
      die "Chromium could not be installed. Install Chromium or Chrome by hand; if it is in an unusual place, set CHROMIUM_PATH."
  fi
  export CHROMIUM_PATH
}

# What the drills use: a load generator, a balancer, slow clients and a clock that can be set.
need_drill_tools() {
  prepare_state
  if ! { has wrk && has haproxy && has slowhttptest && has faketime; }; then
    say "Installing what the drills need …"
    if on_mac; then
      { has brew && brew install wrk haproxy slowhttptest libfaketime >&2; } || true
    elif has apt-get; then
      apt_install wrk haproxy slowhttptest faketime || true
    fi
  fi
  local program
  for program in wrk haproxy slowhttptest faketime; do
    has "$program" || die "$program could not be installed. Install wrk, haproxy, slowhttptest and faketime by hand."
  done
}

# Debian's package starts a server on port 80; the benchmarks start one of their own.
install_nginx() {
  ! has systemctl || as_root systemctl mask --quiet nginx.service 2>/dev/null || true
  apt_install nginx || true
  ! has systemctl || as_root systemctl unmask --quiet nginx.service 2>/dev/null || true
  ! has systemctl || as_root systemctl disable --quiet nginx.service 2>/dev/null || true
}

# What the benchmarks use beside the drills' tools: nginx as a reference, and Lighthouse.
need_bench_tools() {
  PATH=$PATH:/usr/sbin # where Debian has nginx
  prepare_state
  need_chromium
  if ! { has wrk && has nginx && has node && has npm; }; then
    say "Installing what the benchmarks need …"
    if on_mac; then
      { has brew && brew install wrk nginx node >&2; } || true
    elif has apt-get; then
      has nginx || install_nginx
      apt_install wrk || true
      has npm || apt_install nodejs npm || true
    fi
  fi
  local program
  for program in wrk nginx node npm; do
    has "$program" || die "$program could not be installed. Install wrk, nginx, node and npm by hand."
  done
  [ -d "$root/tests/lighthouse/node_modules" ] || {
    say "Installing Lighthouse …"
    (cd "$root/tests/lighthouse" && npm ci --ignore-scripts) >"$state/install.log" 2>&1 || die "Lighthouse could not be installed: $(tail -n 3 "$state/install.log")"
  }
}

need_jq() {
  has jq && return
  prepare_state
  if on_mac; then
    { has brew && brew install jq >&2; } || true
  elif has apt-get; then
    apt_install jq || true
  fi
  has jq || die "jq could not be installed. Install it by hand."
}
