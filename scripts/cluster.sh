# shellcheck shell=bash
# Part of ./dev: the private Postgres cluster of this clone.

cluster_role=directory
cluster_home= # holds data/ and log; belongs to the user that runs the server
server_user=  # set when we are root, which Postgres refuses to run as
programs=     # the folder of initdb, pg_ctl, postgres and psql
in_cluster=   # set once this process counts as a user of the cluster

as_server() {
  if [ -n "$server_user" ]; then
    (cd / && exec setpriv --reuid "$(id -u "$server_user")" --regid "$(id -g "$server_user")" --clear-groups env LC_ALL="$locale" "$@")
  else
    env LC_ALL="$locale" "$@"
  fi
}

choose_server_user() {
  locale=C.UTF-8
  ! on_mac || locale=en_US.UTF-8
  is_root || return 0
  ! on_mac || die "run this as an ordinary user, not as root"
  server_user=nobody
  ! id postgres >/dev/null 2>&1 || server_user=postgres
}

program_version() { "$1/postgres" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/'; }

# Prints the folder of the Postgres programs: those of major version $1 if they are here, else the first ones found.
find_programs() {
  local folder name complete first=
  while read -r folder; do
    complete=yes
    for name in initdb pg_ctl postgres psql; do [ -x "$folder/$name" ] || complete=; done
    [ -n "$complete" ] || continue
    [ -n "$first" ] || first=$folder
    if [ "$(program_version "$folder")" = "$1" ]; then
      first=$folder
      break
    fi
  done <<END
$(dirname "$(command -v pg_ctl || echo /none/pg_ctl)")
$(for folder in /usr/lib/postgresql/*/bin; do echo "$folder"; done | sort -t / -k 5,5nr)
$(for folder in /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin; do echo "$folder"; done | sort -t @ -k 2,2nr)
END
  [ -n "$first" ] && echo "$first"
}

# The cluster lives in .dev/. But the user that runs the server for root may be unable to enter the clone (under a home
# folder, say): then the cluster lives in a temporary folder named after the clone's path.
choose_cluster_home() {
  cluster_home=$state/postgres
  if [ -n "$server_user" ] && ! as_server test -x "$state"; then
    local name base recorded
    name=where-to-report-$(printf '%s' "$root" | cksum | cut -d ' ' -f 1)-$(id -u)
    recorded=$(cat "$state/cluster-home" 2>/dev/null || true)
    # /var/tmp outlives a restart of the machine; TMPDIR may be closed to other users.
    for base in "$(dirname "${recorded:-/none/x}")" "${TMPDIR:-/none}" /var/tmp /tmp; do
      if as_server test -x "$base"; then
        cluster_home=${base%/}/$name
        break
      fi
    done
  fi
  echo "$cluster_home" >"$state/cluster-home"

  if [ ! -e "$state/password" ] && [ -d "$cluster_home" ]; then
    # .dev/ was deleted in order to start afresh: what it left elsewhere goes too.
    as_server "$programs/pg_ctl" stop -D "$cluster_home/data" -m immediate >/dev/null 2>&1 || true
    rm -rf "$cluster_home"
  fi
  mkdir -m 700 "$cluster_home" 2>/dev/null || true
  if [ ! -d "$cluster_home" ] || [ -L "$cluster_home" ]; then die "cannot create $cluster_home"; fi
  [ -z "$server_user" ] || [ ! -O "$cluster_home" ] || chown "$server_user" "$cluster_home"
  as_server test -O "$cluster_home" || die "$cluster_home belongs to another user: delete it"
}

# Of the owner; and of the role that the site signs in with, which may do far less (see docs/runbook.md).
make_passwords() {
  local name
  for name in password site-password; do
    [ -s "$state/$name" ] || (umask 077 && od -An -N 24 -tx1 /dev/urandom | tr -d ' \n' >"$state/$name")
  done
}

# Makes the data folder under another name first, so that a half-made one is never taken for a cluster.
create_cluster() {
  local data=$cluster_home/data new=$cluster_home/data.new version
  if [ -e "$data/global/pg_control" ]; then
    version=$(cat "$data/PG_VERSION" 2>/dev/null || echo unknown)
    [ "$version" != "$(program_version "$programs")" ] || return 0
    say "The database in $data is of Postgres $version, which is not here: keeping it as data-$version and starting afresh."
    rm -rf "$data-$version"
    mv "$data" "$data-$version"
  fi
  say "Creating a private Postgres cluster …"
  rm -rf "$data" "$new"
  # The other users of this machine can reach the port, so every connection needs the password.
  # shellcheck disable=SC2016
  as_server sh -c 'umask 077 && cat >"$1"' - "$cluster_home/password" <"$state/password"
  as_server "$programs/initdb" -D "$new" -U $cluster_role --pwfile "$cluster_home/password" --encoding UTF8 --locale "$locale" \
    --auth-host scram-sha-256 --auth-local reject >"$state/initdb.log" 2>&1 || die "initdb failed: $(tail -n 3 "$state/initdb.log")"
  as_server rm "$cluster_home/password"
  # Loopback only; no socket file, whose path could be too long or out of reach.
  as_server tee -a "$new/postgresql.conf" >/dev/null <<'END'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
END
  as_server mv "$new" "$data"
}

# The postmaster's first lines are: process, data folder, start time, port.
postmaster_line() { sed -n "$1p" "$cluster_home/data/postmaster.pid" 2>/dev/null | tr -d ' '; }

# A process number left behind by a killed server may belong to some other program by now.
cluster_runs() {
  local pid
  pid=$(postmaster_line 1)
  [ -n "$pid" ] && alive "$pid" || return 1
  if on_mac; then
    ps -o command= -p "$pid" | grep -qF "$cluster_home/data"
  else
    [ "$(readlink "/proc/$pid/cwd")" = "$cluster_home/data" ]
  fi
}

choose_port() {
  local port=${1:-}
  while [ -z "$port" ] || port_answers "$port"; do port=$((20000 + RANDOM % 10000)); done
  echo "$port" >"$state/port"
}

start_cluster() {
  local attempt log=$cluster_home/log
  for attempt in 1 2 3 4 5 6 7 8; do
    rm -f "$cluster_home/data/postmaster.pid" # nobody runs here: it is stale
    [ ! -e "$log" ] || mv "$log" "$log.old"
    as_server "$programs/pg_ctl" start -D "$cluster_home/data" -l "$log" -o "-p $(cat "$state/port")" -w -t 60 >/dev/null 2>&1 && return
    # Another server took the port, or the workers of a killed one are not gone yet.
    if grep -q 'Address already in use' "$log" 2>/dev/null; then choose_port; fi
    sleep "$((attempt < 4 ? 1 : 3))"
  done
  die "Postgres does not start: $(grep -E 'FATAL|PANIC|HINT' "$log" | tail -n 2)"
}

# Counts this process as a user of the cluster, starts the cluster if it is down, and exports how its owner and how the
# site sign in.
need_database() {
  [ -z "${ConnectionStrings__Directory:-}" ] || return 0
  prepare_state
  lock cluster
  choose_server_user
  local version port
  version=$(cat "$(cat "$state/cluster-home" 2>/dev/null || echo /none)/data/PG_VERSION" 2>/dev/null || true)
  programs=$(find_programs "$version") || {
    install_postgres
    choose_server_user # the package brings a user of its own
    programs=$(find_programs "$version") || die "Postgres was installed, but initdb, pg_ctl, postgres and psql are not to be found"
  }
  choose_cluster_home
  make_passwords
  in_cluster=yes
  echo "$root" >"$state/users/$$"
  if ! cluster_runs; then
    create_cluster
    choose_port "$(cat "$state/port" 2>/dev/null || true)"
    start_cluster
  fi
  port=$(postmaster_line 4)
  echo "$port" >"$state/port"
  ConnectionStrings__Directory="Host=127.0.0.1;Port=$port;Username=$cluster_role;Password=$(cat "$state/password");Database=directory"
  ConnectionStrings__Site="Host=127.0.0.1;Port=$port;Username=${cluster_role}_site;Password=$(cat "$state/site-password");Database=directory"
  query_postgres "select 1 from pg_database where datname = 'directory'" | grep -q 1 || query_postgres 'create database directory'
  unlock cluster
  export ConnectionStrings__Directory ConnectionStrings__Site
}

query_postgres() {
  PGPASSWORD=$(cat "$state/password") "$programs/psql" -XqAt -v ON_ERROR_STOP=1 -c "$1" \
    "host=127.0.0.1 port=$(cat "$state/port") user=$cluster_role dbname=postgres"
}

# The last process to leave stops the cluster.
release_cluster() {
  [ -n "$in_cluster" ] || return 0
  lock cluster
  local user
  in_cluster=
  rm -f "$state/users/$$"
  for user in "$state/users"/*; do
    [ -e "$user" ] || continue
    # One that came along when a clone was copied names the other clone.
    if alive "${user##*/}" && [ "$(cat "$user")" = "$root" ]; then
      unlock cluster
      return 0
    fi
    rm -f "$user"
  done
  ! cluster_runs || as_server "$programs/pg_ctl" stop -D "$cluster_home/data" -m fast -w >/dev/null 2>&1 || true
  unlock cluster
}
