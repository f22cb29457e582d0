# shellcheck shell=bash
# Part of ./dev: the queries that the site sends, kept so that the next schema is tested against them.

recorder=directory_site_of_tests # the role of the tests' sites

# Runs every test with the site's statements in the server's log, and keeps each statement once, on a line of its own.
record_queries() {
  need_dotnet
  need_database
  [ -n "$in_cluster" ] || die "queries are recorded on the private server only: unset ConnectionStrings__Directory"
  query_postgres "do \$\$ begin create role $recorder login; exception when duplicate_object then null; end \$\$"
  query_postgres "alter role $recorder set log_statement = 'all'"
  local log=$cluster_home/log passed=yes
  run_tests || passed=
  [ -n "$passed" ] || die "the tests must pass before their queries are kept"
  statements_in "$log" >tests/WhereToReport.Postgres.Tests/Schema/queries-in-use.sql
}

# Prints the statements in a log of Postgres but those that were refused on purpose. Lines after the first begin with a tab.
statements_in() {
  awk '
    function keep() {
      gsub(/[ \t]+/, " ", statement); sub(/^ /, "", statement); sub(/;? *$/, "", statement)
      if (statement ~ /^([Ss][Ee][Ll][Ee][Cc][Tt]|[Ii][Nn][Ss][Ee][Rr][Tt]|[Uu][Pp][Dd][Aa][Tt][Ee]|[Dd][Ee][Ll][Ee][Tt][Ee]|[Ww][Ii][Tt][Hh]) /)
        if (refused) delete_later[statement] = 1; else kept[statement] = 1
      statement = ""; refused = 0
    }
    /^\t/ { if (statement != "") statement = statement " " $0; next }
    { keep() }
    /ERROR:  / { denied = $0 ~ /permission denied|must be owner|refused/ }
    /STATEMENT:  / { if (denied) { statement = $0; sub(/^.*STATEMENT:  /, "", statement); refused = 1 } next }
    /LOG:  (execute [^:]*|statement): / { statement = $0; sub(/^.*LOG:  (execute [^:]*|statement): /, "", statement) }
    END { keep(); for (statement in kept) if (!(statement in delete_later)) print statement }
  ' "$1" | LC_ALL=C sort
}
