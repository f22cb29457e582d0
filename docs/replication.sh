#!/bin/sh
# Run once by the Postgres image when it makes the database: lets a standby follow it, by password, from the private network
# that the containers share.
set -eu
echo 'host replication directory samenet scram-sha-256' >>"$PGDATA/pg_hba.conf"
