#!/bin/sh
# Starts WildFly with computility.xml in the foreground; further arguments go to standalone.sh (-b 0.0.0.0, -D…).
#
#   WILDFLY_HOME=/opt/wildfly ./start.sh -b 0.0.0.0
set -eu
: "${WILDFLY_HOME:?}" "${COMPUTILITY_DATABASE_URL:?}" "${COMPUTILITY_DATABASE_USER:?}" "${COMPUTILITY_DATABASE_PASSWORD?}"
# Memory: 512 MB of heap and 256 MB for classes are the default. The classes get their room at once: each growth would collect all objects.
: "${JBOSS_JAVA_SIZING:=-Xms256m -Xmx1g -XX:MetaspaceSize=256m -XX:MaxMetaspaceSize=512m}"
# A start with less work: the second compiler asks for ten times as many calls before it compiles. Busy methods get there within minutes.
JBOSS_JAVA_SIZING="$JBOSS_JAVA_SIZING -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
JBOSS_JAVA_SIZING="$JBOSS_JAVA_SIZING -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
export JBOSS_JAVA_SIZING
# Signals reach the server and not only the script.
export LAUNCH_JBOSS_IN_BACKGROUND=true
exec "$WILDFLY_HOME/bin/standalone.sh" -c computility.xml "$@"
