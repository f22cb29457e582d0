# shellcheck shell=bash
# Part of ./dev: locks between several ./dev at once, and jobs that end with all their children.

# --- Locks: a symbolic link that names its holder's process, because creating one is atomic everywhere ---

lock() {
  local file=$state/$1.lock holder told=
  until ln -s $$ "$file" 2>/dev/null; do
    holder=$(readlink "$file" || true)
    [ "$holder" != $$ ] || return 0
    if [ -n "$holder" ] && ! alive "$holder"; then
      rm -f "$file" # its holder was killed
      continue
    fi
    [ -n "$told" ] || say "Waiting for another ./dev (process $holder) …"
    told=yes
    sleep 0.2
  done
}

unlock() { [ "$(readlink "$state/$1.lock" 2>/dev/null)" != $$ ] || rm -f "$state/$1.lock"; }

# --- Jobs: each in a process group of its own, so that stopping one stops its children (compilers, browsers) too ---

job=

start_job() {
  # Perl is part of every Debian, Ubuntu and macOS; setsid(1) is not on macOS, and `set -m` would fight for the terminal.
  # shellcheck disable=SC2016
  perl -e 'setpgrp(0, 0); $SIG{INT} = "DEFAULT"; exec { $ARGV[0] } @ARGV or die "$ARGV[0]: $!\n"' -- "$@" </dev/null &
  job=$!
}

wait_for_job() {
  local status=0
  wait "$job" || status=$?
  stop_job
  return "$status"
}

run_job() {
  start_job "$@"
  wait_for_job
}

stop_job() {
  [ -n "$job" ] || return 0
  local group=$job tries=0
  job=
  if kill -TERM -- "-$group" 2>/dev/null || kill -TERM "$group" 2>/dev/null; then
    while alive "$group" && [ $tries -lt 150 ]; do
      sleep 0.1
      tries=$((tries + 1))
    done
    sleep 0.2
    kill -KILL -- "-$group" 2>/dev/null || true
  fi
}
