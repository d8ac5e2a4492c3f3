#!/bin/sh
# Deploys computility.ear, or replaces the one that is deployed; the server may run or be stopped.
#
#   WILDFLY_HOME=/opt/wildfly ./deploy.sh /path/to/computility.ear
#
# The file name must stay "computility.ear": the adapter's identity and the batch engine's executions carry it. The
# database is migrated by the application while it starts.
set -eu
ear=$1
: "${WILDFLY_HOME:?}"
deployments="$WILDFLY_HOME/standalone/deployments"
# Whole before the scanner sees it.
cp "$ear" "$deployments/computility.ear.new"
mv "$deployments/computility.ear.new" "$deployments/computility.ear"
touch "$deployments/computility.ear.dodeploy"
echo "The server takes it up when it runs; then computility.ear.deployed appears in $deployments, or computility.ear.failed with the reason."
