#!/bin/sh
# Starts WildFly with computility.xml in the foreground; further arguments go to standalone.sh (-b 0.0.0.0, -D…).
#
#   WILDFLY_HOME=/opt/wildfly ./start.sh -b 0.0.0.0
set -eu
: "${WILDFLY_HOME:?}" "${COMPUTILITY_DATABASE_URL:?}" "${COMPUTILITY_DATABASE_USER:?}" "${COMPUTILITY_DATABASE_PASSWORD?}"
# Memory: 512 MB of heap and 256 MB for classes are the default.
: "${JBOSS_JAVA_SIZING:=-Xms256m -Xmx1g -XX:MetaspaceSize=96m -XX:MaxMetaspaceSize=512m}"
export JBOSS_JAVA_SIZING
# Signals reach the server and not only the script.
export LAUNCH_JBOSS_IN_BACKGROUND=true
exec "$WILDFLY_HOME/bin/standalone.sh" -c computility.xml "$@"
