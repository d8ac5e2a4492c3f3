#!/bin/sh
# Makes the WildFly 39 configuration computility.xml that is ready for computility.ear. Run once, with the server stopped.
#
#   WILDFLY_HOME=/opt/wildfly ./install.sh /path/to/postgresql.jar
#
# Start the server afterwards with start.sh and, in the environment, COMPUTILITY_DATABASE_URL, COMPUTILITY_DATABASE_USER,
# COMPUTILITY_DATABASE_PASSWORD (and COMPUTILITY_HTTP_PORT).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
driver=$1
: "${WILDFLY_HOME:?}"
cli="$WILDFLY_HOME/bin/jboss-cli.sh"

# A configuration of its own: standalone-full.xml (Jakarta Batch and connectors included) stays as it was.
cp "$WILDFLY_HOME/standalone/configuration/standalone-full.xml" "$WILDFLY_HOME/standalone/configuration/computility.xml"

# The batch repository's pool belongs to the server, so the server needs the driver; the EAR carries its own.
"$cli" --command="module add --name=org.postgresql --resources=$driver --dependencies=java.sql,java.naming,java.xml,java.management,java.logging,java.security.jgss,java.security.sasl,jdk.net,jakarta.transaction.api"
"$cli" --file="$here/configure.cli"
echo "computility.xml is configured; deploy.sh deploys computility.ear."
