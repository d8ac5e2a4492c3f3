#!/bin/sh
# Deploys computility.ear, or replaces the one that is deployed, on the running domain "computility".
#
#   PAYARA_HOME=/opt/payara6 ./deploy.sh /path/to/computility.ear
#
# The name must stay "computility": the adapter's identity and the batch engine's executions carry it. The database is
# migrated by the application while it starts.
set -eu
ear=$1
: "${PAYARA_HOME:?}"
port_base=${PORT_BASE:-8000}
exec "$PAYARA_HOME/bin/asadmin" --port $((port_base + 48)) deploy --force=true --name computility "$ear"
